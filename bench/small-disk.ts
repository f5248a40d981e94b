/** A folder on a disk that is nearly full, and room on it when it is asked for. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerOptions } from './server';

/** In bytes: of the file system, and of the file on it that takes most of the room. */
const SIZE = 24 * 1024 * 1024;
const BALLAST = 21 * 1024 * 1024;

export interface SmallDisk {
  readonly folder: string;
  /** How it is made small, in words for the report. */
  readonly what: string;
  /** For the server whose database is in the folder. */
  readonly options: Pick<ServerOptions, 'preload' | 'variables'>;
  makeRoom(): void;
  /** Takes the folder away; nothing may be open in it. */
  remove(): void;
}

/**
 * A small file system where this program may mount one (Linux, as root); elsewhere the engine is told that a database
 * has no more pages, which it reports alike.
 */
export function smallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'bluepencil-disk-'));
  const ballast = join(folder, 'ballast');
  const makeRoom = () => rmSync(ballast, { force: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder]).status === 0;
  writeFileSync(ballast, Buffer.alloc(mounted ? BALLAST : 0));
  const remove = () => {
    if (mounted) spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  if (mounted) return { folder, what: 'a small file system', options: {}, makeRoom, remove };
  const preload = pathToFileURL(resolve('bench/few-pages.mjs')).href;
  const options = { preload, variables: { NO_ROOM_WHILE: ballast } };
  return { folder, what: 'a database that may not grow', options, makeRoom, remove };
}
