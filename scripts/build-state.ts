/** Whether the production build in `.next` was made of the sources as they are. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildWorker, workerFile } from '@/scripts/build-worker';

/** All that goes into a build; tests do not. */
const sources = [
  '{app,components,db,domain,server}/**/*.{ts,tsx,css,svg,json,png,ico}',
  '{proxy,instrumentation,instrumentation-client}.ts',
  '{next,postcss}.config.{js,mjs,ts}',
  '{package,package-lock,tsconfig}.json',
];

/** Inside the build, so that it goes when the build goes; Next leaves files that it does not know alone. */
const hashFile = '.next/sources.sha256';

/** Whether there is a whole build of exactly these sources. */
export function isBuilt(): boolean {
  return (
    existsSync('.next/BUILD_ID') &&
    existsSync(workerFile) &&
    existsSync(hashFile) &&
    readFileSync(hashFile, 'utf8') === hashSources()
  );
}

/** Builds for production and remembers of what; throws when the build fails, which has said why. */
export function build(): void {
  const hash = hashSources();
  // A build that breaks half-way must not pass for the one before.
  rmSync(hashFile, { force: true });
  buildWorker();
  const run = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (run.status !== 0) throw new Error('The build failed.');
  writeFileSync(hashFile, hash);
}

function hashSources(): string {
  const hash = createHash('sha256');
  const files = globSync(sources).filter((file) => !/\.test\.tsx?$/.test(file));
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
