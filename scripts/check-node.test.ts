/** Every entry point says in one sentence what to do where Node is too old. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

/** Makes this Node pass for an old one. */
const pretence = `data:text/javascript,${encodeURIComponent(
  "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2', napi: '9' } });",
)}`;

const entryPoints = ['demo', 'dev', 'build', 'start', 'desk', 'bench', 'soak', 'test'];

describe.each(entryPoints)('npm run %s', (name) => {
  test('refuses an old Node and names the way out', () => {
    const [program, ...args] = (scripts[name] ?? '').split(' ');
    expect(program).toBe('node');
    const run = spawnSync(process.execPath, ['--import', pretence, ...args], { encoding: 'utf8' });
    expect(run.status).toBe(1);
    expect(run.stdout).toBe('');
    expect(run.stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^Bluepencil needs Node .* this is Node 20\.20\.2: run `npm ci`/),
    ]);
  });
});
