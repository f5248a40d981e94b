import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openDesk } from './fixtures/desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const text = 'LONDON — He said “we will stay” on Friday.\n\nNobody left the room, she said.';

it('takes an article in, marks it and lists the marks', async () => {
  const editor = desk.as('editor');
  const article = await editor('POST', '/api/articles', { body: { headline: 'They stay', text } });
  expect(article).toMatchObject({ status: 201, body: { headline: 'They stay', version: 1, seq: 1 } });
  const words = article.body.revision.text;
  const start = words.indexOf('we will stay');
  const address = `/api/articles/${article.body.slug}/annotations`;
  const spans = [{ start, end: start + 12 }];
  const made = await editor('POST', address, { body: { revision: 1, kind: 'quote', spans } });
  expect(made).toMatchObject({ status: 201, body: { kind: 'quote', spans: [{ exact: 'we will stay' }] } });
  expect(made.headers.get('etag')).toBe('"1"');
  const list = await editor('GET', address);
  expect(list).toMatchObject({ status: 200, body: { seq: 2, items: [{ id: made.body.id }] } });
  const marks = await editor('GET', `${address}?view=marks`);
  expect(marks.body.items).toEqual([
    { id: made.body.id, spans, kind: 'quote', status: 'pending', authorId: desk.idOf.editor, version: 1 },
  ]);
});
