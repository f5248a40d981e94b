import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Operation } from '@/domain/contract/operation';
import { operations } from '@/domain/contract/operations';
import { type Desk, openDesk } from '@/server/fixtures/desk';

let desk: Desk;
let ids: readonly string[];
beforeAll(async () => {
  desk = await openDesk();
  const editor = desk.as('editor');
  const article = (
    await editor('POST', '/api/articles', { body: { headline: 'Of noise', text: 'Some words.' } })
  ).body;
  const body = { revision: 1, kind: 'quote', spans: [{ start: 0, end: 4 }] };
  const mark = (await editor('POST', `/api/articles/${article.id}/annotations`, { body })).body;
  ids = [article.id, article.slug, mark.id, desk.idOf.editor2, '00000000-0000-4000-8000-000000000000'];
});
afterAll(() => desk.close());

/** Names that the contract knows, so that nonsense comes under them too. */
const name = fc.oneof(
  fc.constantFrom('id', 'headline', 'text', 'markdown', 'html', 'blocks', 'spans', 'start', 'end', 'kind'),
  fc.constantFrom(
    'details',
    'labels',
    'note',
    'revision',
    'speaker',
    'name',
    'email',
    'role',
    'decision',
    'reason',
  ),
  fc.constantFrom(
    'deadline',
    'publishedOn',
    'marks',
    'type',
    'href',
    'token',
    'password',
    'limit',
    'cursor',
    'sort',
  ),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'length'),
  fc.string({ unit: 'binary' }),
);
const fit = fc.constantFrom<unknown>(
  1,
  0,
  -1,
  1e21,
  'quote',
  'approve',
  'wrong-span',
  '2025-03-02',
  'paragraph',
  [],
  {},
  '',
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fit,
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.constantFrom(null, true, false),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 5 }),
  ),
})).value;

const all: readonly Operation[] = Object.values(operations);

it('no operation answers nonsense with a failure of its own', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...all),
      fc.nat(),
      fc.oneof(
        { weight: 4, arbitrary: json.map((value) => JSON.stringify(value)) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
      ),
      fc.array(fc.tuple(name, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 3 }),
      fc.option(fc.constantFrom('"1"', 'W/"2"', '"x"', '*', '""')),
      async (op, place, body, query, tag) => {
        const id = ids[place % ids.length] ?? '';
        const address = op.path.replace('[id]', id).replace('[format]', 'csv');
        const asked = new URLSearchParams(
          query.map(([key, value]) => [key.toWellFormed(), value.toWellFormed()]),
        );
        const isRead = op.method === 'GET';
        const answer = await desk.as('admin')(op.method, `${address}?${isRead ? asked : ''}`, {
          ...(isRead ? {} : { body }),
          headers: { 'if-match': tag ?? undefined, 'content-type': isRead ? undefined : 'application/json' },
        });
        expect([op.path, answer.status, answer.status < 500]).toEqual([op.path, answer.status, true]);
      },
    ),
    { numRuns: 500 },
  );
});
