import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['{app,components,db,domain,scripts,server}/**/*.test.{ts,tsx}'],
    setupFiles: ['scripts/quiet-tests.ts'],
    environment: 'node',
    // Only against hanging: how fast things are is measured elsewhere.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
