/** Bundles the service worker, which Next does not, to the one file that it is served as. */
import { buildSync } from 'esbuild';

/** Where Next serves files by their own name; nothing else is there. */
export const workerFile = 'public/worker.js';

export function buildWorker(): void {
  buildSync({
    entryPoints: ['components/offline/worker.ts'],
    outfile: workerFile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome120', 'firefox120', 'safari17'],
    logLevel: 'warning',
  });
}
