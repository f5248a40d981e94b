/** A browser for the specs: the one that is there, else one that is fetched. */
import { spawnSync } from 'node:child_process';
import { findChromium } from '@/e2e/fixtures/chromium';
import { runNode, runProgram } from '@/scripts/tally';

const playwright = 'node_modules/@playwright/test/cli.js';

/** Ways to get one, each tried only when the ones before did not do. */
const ways: readonly (() => Promise<unknown>)[] = [
  () => runNode([playwright, 'install', 'chromium']),
  () => runNode([playwright, 'install-deps', 'chromium']),
  async () => {
    await runProgram('apt-get', ['update', '-q']);
    await runProgram('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
  },
];

/** The path of a browser that starts; undefined when there is none and none could be had, of which it tells. */
export async function ensureBrowser(): Promise<string | undefined> {
  if (startable() !== undefined) return startable();
  for (const way of ways) {
    await way();
    const program = startable();
    if (program !== undefined) return program;
  }
  console.error(
    'There is no browser to test in, and none could be installed: install Chrome or Chromium, or set CHROMIUM to its path.',
  );
  return undefined;
}

function startable(): string | undefined {
  const program = findChromium();
  return program !== undefined && spawnSync(program, ['--version']).status === 0 ? program : undefined;
}
