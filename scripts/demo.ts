/**
 * `npm run demo`: builds when the sources have changed, makes the demo database when there is none, serves on this
 * machine only and prints who can sign in. `-- --fresh` starts over; the old file stays beside the new one.
 */
import './check-node.mjs';
import { demoPassword, demoPeople } from '@/domain/demo-people';
import { isRefusal } from '@/domain/refusal';

/** What the demo decides for itself; PORT and DATABASE_URL stay the caller's. */
const fixed = {
  HOST: '127.0.0.1',
  BASE_URL: `http://localhost:${process.env['PORT'] ?? 3000}`,
  LOG_LEVEL: 'warn',
};

try {
  await runDemo();
} catch (error) {
  console.error(isRefusal(error) ? error.message : error);
  process.exitCode = 1;
}

async function runDemo(): Promise<void> {
  // Before anything is loaded that reads it then.
  Object.assign(process.env, { NODE_ENV: 'production' });
  const { build, isBuilt } = await import('@/scripts/build-state');
  if (!isBuilt()) {
    console.log('Building Bluepencil; this takes a minute, and only the first time.');
    build();
  }
  const { demoDatabaseUrl, ensureDemoDatabase, putAside } = await import('@/scripts/demo-database');
  const url = process.env['DATABASE_URL'] ?? demoDatabaseUrl;
  if (process.argv.includes('--fresh')) {
    const aside = await putAside(url, new Date());
    if (aside !== undefined) console.log(`The old demo is kept in ${aside}`);
  }
  if (await ensureDemoDatabase(url)) console.log('Made a demo database with five articles.');
  Object.assign(process.env, fixed, { DATABASE_URL: url });
  await import('@/scripts/start');
  // The server has said why when it did not start.
  if (process.exitCode === undefined) printSignIns();
}

function printSignIns(): void {
  const width = Math.max(...demoPeople.map(({ email }) => email.length));
  const lines = demoPeople.map(({ email, role }) => `  ${email.padEnd(width)}  ${role}`);
  console.log(
    `\nSign in as one of these; the password is ${demoPassword} for all of them.\n${lines.join('\n')}\n`,
  );
}
