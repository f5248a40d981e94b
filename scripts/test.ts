/**
 * `npm test`: every guard, unit and contract tests, the production build, specs in a real browser, and the fault and
 * race harnesses with small counts. One part failing does not keep the others from running. The last line is
 * `N passed, N failed`, summed over all of them; ends with 1 when anything failed.
 */
import './check-node.mjs';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ensureBrowser } from '@/scripts/browser';
import { runNode, sum, type Tally, tallyOf } from '@/scripts/tally';

interface Part {
  readonly title: string;
  run(): Promise<Tally>;
}

const BROKEN: Tally = { passed: 0, failed: 1 };
const folder = mkdtempSync(join(tmpdir(), 'bluepencil-test-'));

const parts: readonly Part[] = [
  {
    title: 'Guards: format, lint, rooms, promises, types, unused, migrations, versions, lock',
    run: runChecks,
  },
  { title: 'Unit and contract tests', run: runUnitTests },
  { title: 'Production build', run: runBuild },
  { title: 'Specs in a real browser', run: runSpecs },
  { title: 'Fault and race harnesses', run: runHarnesses },
];

const results: { readonly title: string; readonly tally: Tally; readonly seconds: number }[] = [];
try {
  for (const { title, run } of parts) {
    console.log(`\n── ${title} ${'─'.repeat(Math.max(2, 100 - title.length))}`);
    const start = performance.now();
    const tally = await run();
    results.push({ title, tally, seconds: (performance.now() - start) / 1000 });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`\n── Summary ${'─'.repeat(93)}`);
for (const { title, tally, seconds } of results) {
  const verdict = tally.failed === 0 ? 'pass' : 'FAIL';
  console.log(
    `${verdict}  ${title}: ${tally.passed} of ${tally.passed + tally.failed} in ${seconds.toFixed(0)} s`,
  );
}
const total = sum(results.map(({ tally }) => tally));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function runChecks(): Promise<Tally> {
  const { wentWell, output } = await runNode(['scripts/run.mjs', 'scripts/check.ts']);
  return tallyOf(wentWell, { passed: count(output, /^pass {2}/gm), failed: count(output, /^FAIL {2}/gm) });
}

async function runUnitTests(): Promise<Tally> {
  const report = join(folder, 'vitest.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { wentWell } = await runNode(['node_modules/vitest/vitest.mjs', 'run', ...reporters]);
  const counts = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
  const found = readReport(report, counts);
  if (found === undefined) return BROKEN;
  return tallyOf(wentWell, { passed: found.numPassedTests, failed: found.numFailedTests });
}

async function runBuild(): Promise<Tally> {
  const { wentWell } = await runNode(['scripts/run.mjs', 'scripts/build.ts', '--if-stale']);
  return wentWell ? { passed: 1, failed: 0 } : BROKEN;
}

async function runSpecs(): Promise<Tally> {
  const browser = await ensureBrowser();
  if (browser === undefined) return BROKEN;
  const report = join(folder, 'playwright.json');
  const { wentWell } = await runNode(
    ['node_modules/@playwright/test/cli.js', 'test', '--project=settings', '--reporter=list,json'],
    { CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
  const { stats } =
    readReport(report, z.object({ stats: z.object({ expected: z.number(), unexpected: z.number() }) })) ?? {};
  if (stats === undefined) return BROKEN;
  return tallyOf(wentWell, { passed: stats.expected, failed: stats.unexpected });
}

async function runHarnesses(): Promise<Tally> {
  const { wentWell, output } = await runNode(['scripts/run.mjs', 'bench/soak.ts', '--short']);
  return tallyOf(wentWell, { passed: count(output, /^ok {2}/gm), failed: count(output, /^FAIL /gm) });
}

function count(output: string, pattern: RegExp): number {
  return output.match(pattern)?.length ?? 0;
}

/** A runner's own report; undefined when it broke before it wrote one. */
function readReport<Report>(file: string, shape: z.ZodType<Report>): Report | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
