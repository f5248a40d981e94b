/** The idempotency harness (G2): many copies of one write at the same moment have one effect and one answer. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Client, Sent } from './client';
import type { BenchArticle } from './desk';
import { creation } from './writers';

const COPIES = 50;

export interface DuplicatesOptions {
  readonly client: Client;
  readonly article: BenchArticle;
}

/** What is wrong, in sentences; empty when all is well. */
export async function duplicates({ client, article }: DuplicatesOptions): Promise<string[]> {
  const { id: _, ...body } = z.looseObject({}).parse(creation(article).body);
  const request: Sent = { ...creation(article), body };
  const shared = randomUUID();
  const before = await countMarks(client, article);
  const answers = await Promise.all(
    Array.from({ length: COPIES }, () => client.send({ ...request, idempotencyKey: shared })),
  );
  const made = (await countMarks(client, article)) - before;
  const different = new Set(answers.map((answer) => JSON.stringify(answer))).size;
  const other = await client.send({
    ...request,
    body: { ...body, note: 'another write' },
    idempotencyKey: shared,
  });
  const again = await client.send({ ...request, idempotencyKey: shared });
  return [
    ...(made === 1 ? [] : [`${COPIES} copies of one write made ${made} marks`]),
    ...(different === 1 ? [] : [`${COPIES} copies of one write got ${different} different answers`]),
    ...(other.status === 422 ? [] : [`another body under the same key was answered ${other.status}`]),
    ...(JSON.stringify(again) === JSON.stringify(answers[0]) ? [] : ['a late copy got another answer']),
  ];
}

async function countMarks(client: Client, article: BenchArticle): Promise<number> {
  const { body } = await client.send({
    method: 'GET',
    path: `/api/articles/${article.id}/annotations?view=marks`,
  });
  return z.object({ items: z.array(z.unknown()) }).parse(body).items.length;
}
