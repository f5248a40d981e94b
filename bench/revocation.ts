/**
 * The revocation harness: somebody is disabled, or signs out elsewhere, while their streams are open. Each stream says
 * why and ends, the next write is refused, and other people notice nothing.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Client } from './client';
import { type BenchArticle, makeArticle, makeDesk, signInAs } from './desk';
import { type ServerOptions, startServer } from './server';
import { Subscriber } from './subscriber';
import { creation } from './writers';

/** Ten times the goal (milliseconds). */
const PATIENCE = 50_000;

export interface RevocationReport {
  /** Milliseconds from the answer to the deed until the stream had ended, by the deed. */
  readonly endedAfter: Readonly<Record<string, number>>;
  /** What is wrong, in sentences; empty when all is well. */
  readonly problems: readonly string[];
}

/** `broken` breaks the server on purpose, to see that the harness notices within `patience` milliseconds. */
export async function revocation(
  broken: Pick<ServerOptions, 'preload' | 'variables'> = {},
  patience = PATIENCE,
): Promise<RevocationReport> {
  const desk = await makeDesk(4);
  const server = await startServer({ databaseUrl: desk.databaseUrl, ...broken });
  try {
    const admin = await signInAs(server.origin, 'admin', 1);
    const article = await makeArticle(admin, 500);
    const bystander = new Subscriber(admin, article.id);
    const watching = bystander.listenOnce();
    const endedAfter: Record<string, number> = {};
    const problems: string[] = [];
    for (const [number, [what, revoke]] of Object.entries(deeds(admin)).entries()) {
      const client = await signInAs(server.origin, 'editor', number + 1);
      const found = await revoked(client, article, { patience, revoke: () => revoke(client) });
      endedAfter[what] = found.endedAfter;
      problems.push(...found.problems.map((problem) => `somebody was ${what}: ${problem}`));
    }
    const untouched = await Promise.race([watching.then(() => false), pause(0, true)]);
    if (!untouched) problems.push('the stream of somebody else ended');
    bystander.leave();
    await watching;
    return { endedAfter, problems };
  } finally {
    await server.kill();
    desk.remove();
  }
}

/** Ways in which a session ends while its cookie is still held. */
function deeds(admin: Client): Readonly<Record<string, (client: Client) => Promise<void>>> {
  return {
    async disabled(client) {
      const { body } = await admin.send({ method: 'GET', path: '/api/people?limit=200' });
      const { items } = z
        .object({ items: z.array(z.object({ id: z.string(), email: z.string(), version: z.number() })) })
        .parse(body);
      const person = items.find(({ email }) => email === client.email);
      if (person === undefined) throw new Error(`${client.email} is nobody`);
      const path = `/api/people/${person.id}`;
      const answer = await admin.send({
        method: 'PATCH',
        path,
        version: person.version,
        body: { disabled: true },
      });
      if (answer.status !== 200) throw new Error(`${client.email} was not disabled: ${answer.status}`);
    },
    'signed out': (client) => client.signOut(),
  };
}

/** What one person notices whose session ends. */
async function revoked(
  client: Client,
  article: BenchArticle,
  { patience, revoke }: { readonly patience: number; readonly revoke: () => Promise<void> },
): Promise<{ readonly endedAfter: number; readonly problems: readonly string[] }> {
  const subscriber = new Subscriber(client, article.id);
  const following = subscriber.listenOnce();
  const before = await client.send(creation(article));
  if (before.status !== 201) throw new Error(`the mark was not made: ${before.status}`);
  // Only a stream that is open can be seen to end.
  const opening = performance.now();
  while (subscriber.applied.length === 0 && performance.now() - opening < patience) await pause(10);
  await revoke();
  const began = performance.now();
  const after = await client.send(creation(article));
  const ended = await Promise.race([following, pause(patience, undefined, { ref: false })]);
  const endedAfter = performance.now() - began;
  subscriber.leave();
  await following;
  return {
    endedAfter,
    problems: [
      ...(after.status === 401 ? [] : [`the next write was answered ${after.status}`]),
      ...(ended?.how === 'ended' ? [] : ['the stream stayed open']),
      ...(ended === undefined || subscriber.byes.join() === 'signedOut'
        ? []
        : ['the stream did not say why']),
    ],
  };
}
