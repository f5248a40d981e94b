/**
 * A build of the product with what only measurements need, never shipped: an empty route handler to compare with, and a
 * page on which the renderer stands alone.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
/** The page on which the renderer is measured alone. */
export const RENDERER_PATH = '/renderer';

let built: Promise<string> | undefined;

/** Builds it (some ten seconds), once in a run, and gives its root. */
export function buildWithFloor(): Promise<string> {
  built ??= buildCopy();
  return built;
}

async function buildCopy(): Promise<string> {
  const root = resolve(COPY);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  for (const name of readdirSync('.')) {
    if (!name.startsWith('.') && !LEFT_OUT.has(name)) cpSync(name, join(root, name), { recursive: true });
  }
  const route = join(root, 'app/api/floor');
  mkdirSync(route, { recursive: true });
  cpSync('bench/floor/route.ts', join(route, 'route.ts'));
  const renderer = join(root, 'app/renderer');
  mkdirSync(renderer, { recursive: true });
  writeFileSync(
    join(renderer, 'page.tsx'),
    "export { RendererStand as default } from '@/bench/floor/renderer-stand';\n",
  );
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
