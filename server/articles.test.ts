import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashText, textOf } from '@/domain/revision';
import { type Desk, openDesk } from './fixtures/desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const agency = `date 2025-03-02

Council agrees to keep the night ferry

HARBOURTON (AP) — The council voted on Friday to keep the ferry running. “It stays,” the mayor said.

Nobody spoke against it.`;

async function take(body: object) {
  return desk.as('editor')('POST', '/api/articles', { body });
}

describe('an article that comes in', () => {
  it('is recognised from its text where nothing was said', async () => {
    const { status, body, headers } = await take({ text: agency });
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({
      publishedOn: '2025-03-02',
      language: 'en',
      priority: 'normal',
      status: 'drafting',
      version: 1,
      seq: 1,
      counts: { byKind: { quote: 0 }, byStatus: { pending: 0 } },
      revision: { number: 1, createdBy: { id: desk.idOf.editor, name: 'Test editor' } },
    });
    expect(body.revision.text).toBe(textOf(body.revision.blocks));
    expect(body.revision.sha256).toBe(hashText(body.revision.text));
    expect(body.slug).toMatch(/^[a-z0-9-]+-[a-z0-9]{7}$/);
    const read = await desk.as('editor2')('GET', `/api/articles/${body.slug}`);
    expect(read.body).toEqual(body);
  });

  it('keeps the words of what it says differently', async () => {
    const { body } = await take({ text: agency, publishedOn: '2025-03-03' });
    expect(body.publishedOn).toBe('2025-03-03');
    expect(body.revision.text).toContain('2025-03-02');
  });

  it('is Markdown with its emphasis and links', async () => {
    const markdown = '# Ferry stays\n\nThe *council* voted, [minutes](https://example.org/minutes) say.';
    const { body } = await take({ markdown });
    expect(body.headline).toBe('Ferry stays');
    const { marks, text } = body.revision.blocks.find(({ type }: { type: string }) => type === 'paragraph');
    const told = marks.map(({ type, start, end }: { type: string; start: number; end: number }) => [
      type,
      text.slice(start, end),
    ]);
    expect(told).toEqual([
      ['em', 'council'],
      ['link', 'minutes'],
    ]);
  });

  it('is stored as its blocks say, normalised, with marks on the same words', async () => {
    const text = 'Caf\u0065\u0301 society \0stays';
    const at = text.indexOf('society');
    const blocks = [
      { type: 'heading', text: 'date 2025-03-02' },
      { type: 'paragraph', text, marks: [{ type: 'strong', start: at, end: at + 7 }] },
      { type: 'paragraph', text: '  ' },
    ];
    const { body } = await take({ headline: 'As left', blocks });
    expect(body.publishedOn).toBeUndefined();
    expect(body.language).toBe('und');
    expect(body.revision.blocks).toEqual([
      { type: 'heading', level: 2, text: 'date 2025-03-02', marks: [] },
      { type: 'paragraph', text: 'Café society stays', marks: [{ type: 'strong', start: 5, end: 12 }] },
    ]);
  });

  it.each([
    [{ html: '<p>Words</p>' }, 415, 'unsupported-type', undefined],
    [{}, 422, 'invalid', ''],
    [{ text: 'a', markdown: 'b' }, 422, 'invalid', ''],
    [{ text: ' \n ' }, 422, 'invalid', 'text'],
    [{ blocks: [] }, 422, 'invalid', 'blocks'],
    [{ headline: 'H', blocks: [{ type: 'paragraph', text: ' ' }] }, 422, 'invalid', 'blocks'],
    [{ blocks: [{ type: 'paragraph', text: 'Words' }] }, 422, 'invalid', 'headline'],
    [{ headline: 'H', blocks: [{ type: 'paragraph', text: 'a\nb' }] }, 422, 'invalid', 'blocks.0.text'],
    [{ headline: 'H', blocks: [{ type: 'paragraph', text: 'a\rb' }] }, 422, 'invalid', 'blocks.0.text'],
    [
      {
        headline: 'H',
        blocks: [{ type: 'paragraph', text: 'ab', marks: [{ type: 'em', start: 1, end: 9 }] }],
      },
      422,
      'invalid',
      'blocks.0.marks.0',
    ],
    [
      {
        headline: 'H',
        blocks: [{ type: 'paragraph', text: '😀b', marks: [{ type: 'em', start: 1, end: 3 }] }],
      },
      422,
      'invalid',
      'blocks.0.marks.0',
    ],
    [
      {
        headline: 'H',
        blocks: [
          {
            type: 'paragraph',
            text: 'ab',
            marks: [{ type: 'link', start: 0, end: 1, href: 'javascript:x' }],
          },
        ],
      },
      422,
      'invalid',
      'blocks.0.marks.0.href',
    ],
    [{ text: 'Words.', sourceUrl: 'javascript:alert(1)' }, 422, 'invalid', 'sourceUrl'],
    [{ text: 'Words.', publishedOn: '2025-02-30' }, 422, 'invalid', 'publishedOn'],
    [{ text: 'Words.', deadline: 'tomorrow' }, 422, 'invalid', 'deadline'],
    [{ text: 'Words.', headline: ' ' }, 422, 'invalid', 'headline'],
    [{ text: 7 }, 422, 'invalid', 'text'],
  ])('as %j is %i %s at %s', async (body, status, code, path) => {
    const answer = await take(body);
    expect([answer.status, answer.body.code, answer.body.errors?.[0].path]).toEqual([status, code, path]);
  });

  it('keeps the id that the client made, and only once', async () => {
    const id = '018f0000-0000-7000-8000-000000000001';
    const made = await take({ id, text: 'Here first.' });
    const again = await take({ id, text: 'Here second.' });
    expect([again.status, again.body.code]).toEqual([409, 'id-taken']);
    expect(again.body.current).toEqual(made.body);
  });

  it('may be long', async () => {
    const paragraph = 'The words of a long report go on and on, and nobody stops them. '.repeat(40).trim();
    const text = Array.from({ length: 600 }, () => paragraph).join('\n\n');
    const { status, body } = await take({ text, headline: 'Long' });
    expect(status).toBe(201);
    expect(body.revision.text.split(/\s+/).length).toBeGreaterThan(300_000);
  });

  it('is told when its text or its source is on the desk already', async () => {
    const sourceUrl = 'https://example.org/story';
    const { body } = await take({ text: 'Told twice over.', sourceUrl });
    const twins = async (query: string) =>
      (await desk.as('editor')('GET', `/api/articles/twins?${query}`)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await twins(`sha256=${body.revision.sha256}`)).toEqual([body.id]);
    expect(await twins(`sourceUrl=${encodeURIComponent(sourceUrl)}`)).toEqual([body.id]);
    expect(await twins(`sha256=${'0'.repeat(64)}`)).toEqual([]);
    expect(await twins('')).toEqual([]);
  });
});

describe('an article on the desk', () => {
  it('is mended by merge patch, and nothing is written when nothing changes', async () => {
    const made = (await take({ text: agency, byline: 'Nora' })).body;
    const address = `/api/articles/${made.id}`;
    const editor = desk.as('editor2');
    const patch = { headline: 'Ferry stays', deadline: '2025-03-02T18:00:00+01:00', byline: null };
    const changed = await editor('PATCH', address, { body: patch, version: 1 });
    expect(changed.body).toMatchObject({
      headline: 'Ferry stays',
      deadline: '2025-03-02T17:00:00.000Z',
      slug: made.slug,
      version: 2,
      seq: 2,
    });
    expect(changed.body.byline).toBeUndefined();
    const same = await editor('PATCH', address, { body: { headline: 'Ferry stays' }, version: 2 });
    expect([same.status, same.body]).toEqual([200, changed.body]);
    const stale = await editor('PATCH', address, { body: { desk: 'Local' }, version: 1 });
    expect([stale.status, stale.body.current]).toEqual([412, changed.body]);
    const bare = await editor('PATCH', address, { body: { headline: null }, version: 2 });
    expect([bare.status, bare.body.errors[0].path]).toEqual([422, 'headline']);
  });

  it('is archived and brought back', async () => {
    const { id } = (await take({ text: 'To be put away.' })).body;
    const editor = desk.as('editor');
    const away = await editor('DELETE', `/api/articles/${id}`, { version: 1 });
    expect(away.body).toMatchObject({ version: 2, archivedAt: expect.any(String) });
    const changed = await editor('PATCH', `/api/articles/${id}`, { version: 2, body: { desk: 'X' } });
    expect([changed.status, changed.body.code, changed.body.current]).toEqual([409, 'archived', away.body]);
    const listed = async (query: string) =>
      (await editor('GET', `/api/articles?limit=200&${query}`)).body.items.some(
        (each: { id: string }) => each.id === id,
      );
    expect([await listed(''), await listed('archived=true')]).toEqual([false, true]);
    const back = await editor('POST', `/api/articles/${id}/restore`);
    expect(back.body.version).toBe(3);
    expect(back.body.archivedAt).toBeUndefined();
    expect((await editor('POST', `/api/articles/${id}/restore`)).body).toEqual(back.body);
    expect(await listed('')).toBe(true);
  });
});

describe('the list of articles', () => {
  let own: Desk;
  beforeAll(async () => {
    own = await openDesk();
    const deadlines = [
      '2025-03-02T12:00:00Z',
      undefined,
      '2025-03-01T12:00:00Z',
      '2025-03-02T12:00:00Z',
      undefined,
    ];
    const headlines = ['Éclair wins', 'zebra 100% escapes', 'Apple falls', '“Éclair” loses', 'Ärger im Zoo'];
    for (const [index, headline] of headlines.entries()) {
      const deadline = deadlines[index];
      const body = { headline, text: `Story ${index}.`, ...(deadline === undefined ? {} : { deadline }) };
      await own.as('editor')('POST', '/api/articles', { body });
      own.wait(1000);
    }
  });
  afterAll(() => own.close());

  async function headlines(query: string): Promise<string[]> {
    const { status, body } = await own.as('editor')('GET', `/api/articles?${query}`);
    expect(status).toBe(200);
    return body.items.map(({ headline }: { headline: string }) => headline);
  }

  it('is sorted', async () => {
    expect((await headlines('')).slice(0, 1)).toEqual(['Apple falls']);
    expect(await headlines('sort=headline')).toEqual([
      'Apple falls',
      'Ärger im Zoo',
      '“Éclair” loses',
      'Éclair wins',
      'zebra 100% escapes',
    ]);
    expect((await headlines('sort=created'))[0]).toBe('Ärger im Zoo');
  });

  it.each(['deadline', 'headline', 'updated', 'created'])(
    'by %s comes page by page, each article once',
    async (sort) => {
      const all = await headlines(`sort=${sort}`);
      const paged: string[] = [];
      let cursor = '';
      do {
        const { body } = await own.as('editor')('GET', `/api/articles?limit=2&sort=${sort}${cursor}`);
        paged.push(...body.items.map(({ headline }: { headline: string }) => headline));
        cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
      } while (cursor !== '');
      expect(paged).toEqual(all);
    },
  );

  it('is searched by words of the headline, in any case and without accents', async () => {
    expect((await headlines('search=ECLAIR')).sort()).toEqual(['Éclair wins', '“Éclair” loses']);
    expect(await headlines('search=wins+éclair')).toEqual(['Éclair wins']);
    expect(await headlines('search=100%25')).toEqual(['zebra 100% escapes']);
    expect(await headlines('search=_')).toEqual([]);
  });

  it('is filtered by status', async () => {
    expect(await headlines('status=ready')).toEqual([]);
    expect(await headlines('status=drafting')).toHaveLength(5);
  });
});

it('nothing that is logged of an article holds its text', async () => {
  const { body } = await take({ headline: 'A source', text: 'The secret source is never logged twice.' });
  const { change } = desk.house.db.tables;
  const rows = await desk.house.db.sql.select().from(change);
  const row = rows.find(({ subjectId }) => subjectId === body.id);
  expect(JSON.stringify(row)).not.toContain('never logged twice');
  expect(row?.after).toMatchObject({ revision: { number: 1, sha256: body.revision.sha256 } });
});
