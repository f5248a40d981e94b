import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportFormats } from '@/domain/contract/export';
import { parseBluepencil } from '@/domain/import/bluepencil';
import { readDocument } from './export';
import { type Client, type Desk, openDesk } from './fixtures/desk';

let desk: Desk;
let editor: Client;
let slug: string;
let address: string;

const text = 'The ferry 🚢 “sails at noon”, the harbour master said.\n\nIt did not sail on Friday.';

beforeAll(async () => {
  desk = await openDesk();
  editor = desk.as('editor');
  const reviewer = desk.as('reviewer');
  const article = await editor('POST', '/api/articles', { body: { headline: 'The ferry, “late”', text } });
  slug = article.body.slug;
  address = `/api/articles/${slug}/export`;
  const words: string = article.body.revision.text;
  const mark = async (kind: string, exact: string) => {
    const start = words.indexOf(exact);
    const spans = [{ start, end: start + exact.length }];
    return (await editor('POST', `/api/articles/${slug}/annotations`, { body: { revision: 1, kind, spans } }))
      .body.id;
  };
  const quote = await mark('quote', 'sails at noon');
  const claim = await mark('claim', 'It did not sail on Friday');
  await mark('event', 'The ferry 🚢');
  const review = (id: string, version: number, body: object) =>
    reviewer('POST', `/api/annotations/${id}/reviews`, { version, body });
  await review(quote, 1, { decision: 'approve' });
  await review(claim, 1, { decision: 'approve' });
  await review(claim, 2, { decision: 'withdraw' });
  await review(claim, 3, { decision: 'reject', reason: 'no-source', note: 'Which Friday?' });
});
afterAll(() => desk.close());

describe.each(exportFormats)('%s', (format) => {
  test('is a file with a name that runs and loads nothing', async () => {
    const { status, headers, body } = await editor('GET', `${address}/${format}`);
    expect(status).toBe(200);
    expect(body).not.toBe('');
    expect(headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="${slug}\\.[a-z.]+"; filename\\*=UTF-8''${slug}\\.[a-z.]+$`),
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none';.*; sandbox; frame-ancestors 'self'$/,
    );
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  test('is shown in place when a preview is asked for', async () => {
    const { headers } = await editor('GET', `${address}/${format}?preview=1`);
    expect(headers.get('content-disposition')).toMatch(/^inline;/);
  });

  test('tells what it loses, as a number and one by one', async () => {
    const file = await editor('GET', `${address}/${format}?status=all`);
    const { headers, body } = await editor('GET', `${address}/${format}?status=all&losses=1`);
    expect(headers.get('content-type')).toContain('application/json');
    expect(headers.get('x-export-losses')).toBe(String(body.items.length));
    expect(file.headers.get('x-export-losses')).toBe(String(body.items.length));
  });

  test('is the same file as long as nothing changes', async () => {
    const { body } = await editor('GET', `${address}/${format}?status=all`);
    desk.wait(60_000);
    expect((await editor('GET', `${address}/${format}?status=all`)).body).toEqual(body);
  });

  test('is not for strangers', async () => {
    expect(await desk.anonymous('GET', `${address}/${format}`)).toMatchObject({ status: 401 });
  });
});

test('approved marks only, unless all are asked for', async () => {
  const marksOf = async (query: string) =>
    parseBluepencil(
      JSON.stringify((await editor('GET', `${address}/bluepencil${query}`)).body),
    ).annotations.map(({ kind, status }) => `${kind} ${status}`);
  expect(await marksOf('')).toEqual(['quote approved']);
  expect(await marksOf('?status=approved')).toEqual(['quote approved']);
  expect(await marksOf('?status=all')).toEqual(['event pending', 'quote approved', 'claim rejected']);
});

test('the desk’s own file is read back equal to what the desk holds', async () => {
  const { body } = await editor('GET', `${address}/bluepencil?status=all`);
  const read = parseBluepencil(JSON.stringify(body));
  const document = await readDocument(desk.house.db, slug, 'all', desk.house.env.baseUrl);
  expect(read).toStrictEqual({
    article: document.article,
    scope: 'all',
    annotations: document.annotations,
    reviews: document.reviews,
  });
  expect(read.reviews.map(({ decision }) => decision)).toEqual(['approve', 'approve', 'withdraw', 'reject']);
});

test('a document is read as it stood at one moment, however often somebody writes meanwhile', async () => {
  const { db } = desk.house;
  const slowed = { sql: slow(db.sql), transact: db.transact.bind(db) };
  let isWriting = true;
  const writing = (async () => {
    for (let end = 1; isWriting; end = (end % 20) + 1) {
      const spans = [{ start: 0, end }];
      await editor('POST', `/api/articles/${slug}/annotations`, {
        body: { revision: 1, kind: 'claim', spans },
      });
    }
  })();
  for (let reading = 0; reading < 20; reading += 1) {
    const { article, annotations } = await readDocument(slowed, slug, 'all', 'https://desk.example');
    expect(annotations).toHaveLength(
      Object.values(article.counts.byStatus).reduce((sum, count) => sum + count),
    );
  }
  isWriting = false;
  await writing;
});

describe('refuses', () => {
  const cases = [
    { what: 'a format that does not exist', path: '/docx', status: 404 },
    { what: 'a format that names a path', path: '/..%2Fhtml', status: 404 },
    { what: 'a status that does not exist', path: '/html?status=rejected', status: 422 },
    { what: 'what it does not know', path: '/html?stats=all', status: 422 },
  ];
  test.each(cases)('$what', async ({ path, status }) => {
    expect(await editor('GET', `${address}${path}`)).toMatchObject({ status });
  });

  test('an article that does not exist', async () => {
    expect(await editor('GET', '/api/articles/no-such-article-abcdef/export/html')).toMatchObject({
      status: 404,
    });
  });
});

/** The real reader, each of whose answers comes a turn of the event loop later, as over a network. */
function slow<Thing extends object>(thing: Thing): Thing {
  return new Proxy(thing, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name === 'then') return (...settle: unknown[]) => setImmediate(() => value.apply(target, settle));
      return (...given: unknown[]) => {
        const result: unknown = value.apply(target, given);
        return typeof result === 'object' && result !== null ? slow(result) : result;
      };
    },
  });
}
