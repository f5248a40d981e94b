/** The key of cookies and links where the environment brings none: made once, kept beside the embedded database. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The secret kept in `DATABASE.secret`, readable by the owner alone; made when it is not there. */
export function authSecretBeside(databasePath: string): string {
  const path = `${databasePath}.secret`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < 32)
    throw new Error(`${path} is damaged: move it away and start again; all will sign in anew.`);
  return secret;
}
