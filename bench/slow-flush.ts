/** A disk whose flushes take 10 ms longer, for a server that is started with it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerOptions } from './server';

/** Milliseconds that a flush takes more; the shims have it too. */
export const FLUSH = 10;

export interface SlowFlush {
  /** What is slower, in words for the report. */
  readonly what: string;
  readonly options: Pick<ServerOptions, 'library' | 'preload'>;
}

/**
 * Where there is a C compiler and a loader that takes libraries before others (Linux), every `fsync` and `fdatasync` of
 * the process is slower; elsewhere the driver's COMMIT is, which comes to the same but for checkpoints.
 */
export function slowFlush(): SlowFlush {
  const library = process.platform === 'linux' ? compiled() : undefined;
  if (library !== undefined) return { what: `every fsync ${FLUSH} ms slower`, options: { library } };
  const preload = pathToFileURL(resolve('bench/slow-flush.mjs')).href;
  return { what: `every COMMIT ${FLUSH} ms slower (no C compiler)`, options: { preload } };
}

/** The library's path; undefined where it cannot be made. */
function compiled(): string | undefined {
  const library = resolve('.bench/slow-flush.so');
  mkdirSync('.bench', { recursive: true });
  const source = 'bench/slow-flush.c';
  const { status } = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0 ? library : undefined;
}
