/**
 * `node scripts/run.mjs FILE [ARGUMENT…]`: runs a TypeScript program of the project, with its `@/` paths, in this very
 * process, so that signals reach it. Says what to do where Node is too old or the packages are not there yet.
 */
import './check-node.mjs';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
if (!existsSync('node_modules/tsx')) {
  console.error('The packages are not installed: run `npm ci` first.');
  process.exit(1);
}
const [file, ...rest] = process.argv.slice(2);
if (file === undefined) throw new Error('run.mjs needs the file to run.');
process.argv = [process.argv[0] ?? 'node', resolve(file), ...rest];
// Spares a sixth of the time to start. Where the folder cannot be written, nothing is kept and nothing fails.
module.enableCompileCache?.('node_modules/.cache/node');
const { register } = await import('tsx/esm/api');
register();
await import(pathToFileURL(resolve(file)).href);
