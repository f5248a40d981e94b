/** The framework alone: a page with a heading and nothing of ours, built like the product. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const ROOT = '.bench/baseline';
const files = {
  'package.json': '{ "private": true, "type": "module" }',
  'app/layout.jsx':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }',
  'app/page.jsx': 'export default function Page() { return <h1>Nothing</h1>; }',
} as const;

/** How many bytes of script, gzipped, the framework's own page loads. */
export async function baselineScriptBytes(): Promise<number> {
  const root = resolve(ROOT);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, 'app'), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), content);
  const build = spawn(process.execPath, [resolve('node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  await once(build, 'exit');
  if (build.exitCode !== 0) throw new Error(`next build ended with ${build.exitCode}`);
  const html = readFileSync(join(root, '.next/server/app/index.html'), 'utf8');
  const scripts = [...html.matchAll(/<script src="\/_next\/([^"?]+)[^>]*>/g)]
    .filter(([tag]) => !/\bnomodule\b/i.test(tag))
    .map(([, path]) => String(path));
  return [...new Set(scripts)].reduce(
    (bytes, path) => bytes + gzipSync(readFileSync(join(root, '.next', path))).length,
    0,
  );
}
