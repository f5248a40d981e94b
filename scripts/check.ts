/**
 * `npm run check`: every guard, which is every script of package.json named `check:…`, two at a time. Says a line for
 * each and shows in full what failed; ends with 1 when one did.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A guard that has run; `output` is all that it said. */
interface Verdict {
  readonly name: string;
  readonly passed: boolean;
  readonly output: string;
  readonly seconds: number;
}

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const waiting = Object.keys(scripts).filter((name) => name.startsWith('check:'));
const verdicts: Verdict[] = [];

await Promise.all([runNext(), runNext()]);

const failed = verdicts.filter(({ passed }) => !passed);
for (const { name, output } of failed) console.log(`\n${name}\n${output.trim()}`);
console.log(`\n${verdicts.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function runNext(): Promise<void> {
  const name = waiting.shift();
  if (name === undefined) return;
  const verdict = await run(name);
  verdicts.push(verdict);
  console.log(`${verdict.passed ? 'pass' : 'FAIL'}  ${name} (${verdict.seconds.toFixed(1)} s)`);
  return runNext();
}

function run(name: string): Promise<Verdict> {
  const start = performance.now();
  const child = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ name, passed: code === 0, output, seconds: (performance.now() - start) / 1000 });
    });
  });
}
