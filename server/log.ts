/** What the server notes about itself: JSON lines on standard output, without anything that lets somebody in. */
import { type Logger, pino } from 'pino';

export type { Logger };

const secrets = ['password', 'passwordHash', 'token', 'cookie', 'authorization', 'secret', 'setUpUrl'];

/** A log that notes this level and what is graver. */
export function openLog(level: 'silent' | 'error' | 'warn' | 'info' | 'debug'): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '(not logged)' },
  });
}
