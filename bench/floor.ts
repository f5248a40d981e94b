/** A build of the product with one route more, the empty handler that measurements compare with; never shipped. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Inside the project, so that the packages are found from there. */
const COPY = '.bench/floor';
/** What a build does not need, or makes itself. */
const LEFT_OUT = new Set([
  'node_modules',
  'data',
  'package-lock.json',
  'e2e',
  'test-results',
  'playwright-report',
]);

export const FLOOR_PATH = '/api/floor';

/** Builds it (some ten seconds) and gives its root. */
export async function buildWithFloor(): Promise<string> {
  const root = resolve(COPY);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  for (const name of readdirSync('.')) {
    if (!name.startsWith('.') && !LEFT_OUT.has(name)) cpSync(name, join(root, name), { recursive: true });
  }
  const route = join(root, 'app/api/floor');
  mkdirSync(route, { recursive: true });
  cpSync('bench/floor/route.ts', join(route, 'route.ts'));
  const next = resolve('node_modules/next/dist/bin/next');
  const build = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  await once(build, 'exit');
  if (build.exitCode !== 0) throw new Error(`next build ended with ${build.exitCode}`);
  // Only now, because the bundler follows no link: what starts the server looks for the packages beside it.
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}
