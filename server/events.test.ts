import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from './fixtures/desk';

let desk: Desk;
let id: string;
beforeEach(async () => {
  desk = await openDesk();
  id = await newArticle();
});
afterEach(() => desk.close());

const text = 'One sentence stands here for all. Another follows it.';
async function newArticle(): Promise<string> {
  return (await desk.as('editor')('POST', '/api/articles', { body: { headline: 'Live', text } })).body.id;
}

/** Makes a mark; gives its id. */
async function mark(articleId = id): Promise<string> {
  const body = { revision: 1, kind: 'claim', spans: [{ start: 0, end: 12 }] };
  return (await desk.as('editor')('POST', `/api/articles/${articleId}/annotations`, { body })).body.id;
}

describe("an article's stream", () => {
  it('tells a change made after it was opened, with its position as id', async () => {
    const stream = await desk.stream('reviewer', `/api/articles/${id}/events`);
    const made = await mark();
    const { id: eventId, data } = await stream.nextOf('change');
    expect([eventId, data.position, data.articleId, data.subjectId, data.action]).toEqual([
      '2',
      2,
      id,
      made,
      'annotation.created',
    ]);
    expect(data.by).toEqual({ id: desk.idOf.editor, name: 'Test editor' });
  });
});

describe("the desk's stream", () => {
  it('tells changes of the articles it names, and summaries of all', async () => {
    const other = await newArticle();
    const stream = await desk.stream('reviewer', `/api/events?articles=${id}@1`);
    await mark();
    await mark(other);
    expect((await stream.nextOf('change')).data).toMatchObject({ articleId: id, position: 2 });
    const told = [await stream.nextOf('article'), await stream.nextOf('article')];
    expect(new Set(told.map(({ data }) => [data.id, data.seq].join()))).toEqual(
      new Set([`${id},2`, `${other},2`]),
    );
  });
});
