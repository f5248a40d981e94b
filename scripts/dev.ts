/** `npm run dev`: Next's development server on the demo data, on this machine only. */
import './check-node.mjs';
import { spawn } from 'node:child_process';
import { isRefusal } from '@/domain/refusal';
import { demoDatabaseUrl, ensureDemoDatabase } from '@/scripts/demo-database';

const { DATABASE_URL = demoDatabaseUrl, PORT = '3000' } = process.env;

try {
  await ensureDemoDatabase(DATABASE_URL);
  const next = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'dev', '--hostname', '127.0.0.1', '--port', PORT],
    {
      stdio: 'inherit',
      env: { ...process.env, DATABASE_URL, PORT, HOST: '127.0.0.1', NEXT_TELEMETRY_DISABLED: '1' },
    },
  );
  // The terminal sends Ctrl+C to both; Next ends first, then this.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => next.kill('SIGTERM'));
  next.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  console.error(isRefusal(error) ? error.message : error);
  process.exitCode = 1;
}
