/**
 * `npm start`: serves the production build. Opens the database first and says in one sentence what keeps it from that;
 * prints a one-time link while nobody can sign in; ends cleanly on SIGTERM and SIGINT.
 */
import './check-node.mjs';
import { isRefusal } from '@/domain/refusal';
import { endWithShell } from '@/scripts/end-with-shell';

// Before anything of Next or React is loaded, which read it then.
Object.assign(process.env, { NODE_ENV: 'production' });

try {
  await start();
} catch (error) {
  const isSaid = isRefusal(error) || (error instanceof Error && error.name === 'EnvironmentError');
  console.error(isSaid ? error.message : error);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const { house } = await import('@/server/house');
  const { inviteFirstAdmin } = await import('@/server/first-admin');
  const { serve } = await import('@/server/serve');
  const desk = await house();
  let served: Awaited<ReturnType<typeof serve>>;
  try {
    served = await serve();
  } catch (error) {
    await desk.close();
    throw error;
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end());
  endWithShell();
  console.log(`Bluepencil is ready at ${served.url}`);
  const link = await inviteFirstAdmin(desk);
  if (link !== undefined) {
    console.log(
      `Nobody can sign in yet. This link makes the first admin; it works once, for seven days:\n${link}`,
    );
  }

  async function end(): Promise<void> {
    await served.close();
    // Timers of libraries must not keep the process alive once the database is closed.
    process.exit(0);
  }
}
