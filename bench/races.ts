/** The race harness (G3): clients read, change and write one mark at once, and nothing is overwritten unseen. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Client, Sent } from './client';
import type { BenchArticle } from './desk';
import { creation } from './writers';

const CLIENTS = 8;

export interface RacesOptions {
  /** As many as there are racers; they may be the same person. */
  readonly clients: readonly Client[];
  readonly article: BenchArticle;
  readonly attempts: number;
}

export interface RacesReport {
  readonly attempts: number;
  readonly successes: number;
  /** What is wrong, in sentences; empty when all is well. */
  readonly problems: readonly string[];
}

const Counted = z.object({ version: z.number(), note: z.string() });

/** Every racer adds one to the number in the mark's note; the number must end at the count of successes. */
export async function races({ clients, article, attempts }: RacesOptions): Promise<RacesReport> {
  const id = randomUUID();
  const address = `/api/annotations/${id}`;
  const [first] = clients;
  if (first === undefined) throw new Error('a race needs clients');
  const { body } = creation(article);
  const made = await first.send({
    ...creation(article),
    body: { ...z.looseObject({}).parse(body), id, note: '0' },
  });
  if (made.status !== 201) throw new Error(`the mark was not made: ${JSON.stringify(made)}`);

  const read = async (client: Client) =>
    Counted.parse((await client.send({ method: 'GET', path: address })).body);
  const problems: string[] = [];
  let successes = 0;
  let left = attempts;
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, index) => {
      const client = clients[index % clients.length] ?? first;
      while (left > 0) {
        left -= 1;
        const seen = await read(client);
        const write: Sent = { method: 'PATCH', path: address, body: { note: String(Number(seen.note) + 1) } };
        const { version } = seen;
        const answer = await client.send({ ...write, version });
        if (answer.status === 200) successes += 1;
        else if (answer.status !== 412) problems.push(`a racer was answered ${answer.status}`);
        else if (currentVersion(answer.body) <= version) problems.push('a loser did not get the newer state');
      }
    }),
  );
  const { version, note } = await read(first);
  if (version !== successes + 1) problems.push(`${successes} writes succeeded and the version is ${version}`);
  if (note !== String(successes)) problems.push(`${successes} writes succeeded and ${note} can be seen`);
  return { attempts, successes, problems };
}

/** The version of the state that travels with a 412; 0 when there is none. */
function currentVersion(body: unknown): number {
  const parsed = z.object({ current: Counted }).safeParse(body);
  return parsed.success ? parsed.data.current.version : 0;
}
