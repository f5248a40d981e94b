import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTOR_HEADER } from '@/domain/contract/operation';
import { type Desk, openDesk, type Sent } from '@/server/fixtures/desk';

let desk: Desk;
let annotation: string;
let annotations: string;
let article: { readonly id: string; readonly slug: string };

beforeAll(async () => {
  desk = await openDesk({ MAX_UPLOAD_BYTES: '65536' });
  const editor = desk.as('editor');
  const text = 'Malformed requests come from everywhere. 😀 stays whole.';
  article = (await editor('POST', '/api/articles', { body: { headline: 'Nonsense', text } })).body;
  annotations = `/api/articles/${article.id}/annotations`;
  const body = { revision: 1, kind: 'quote', spans: [{ start: 0, end: 9 }] };
  annotation = `/api/annotations/${(await editor('POST', annotations, { body })).body.id}`;
});
afterAll(() => desk.close());

const newMark = { revision: 1, kind: 'quote', spans: [{ start: 0, end: 9 }] };
const deep = '['.repeat(30_000) + ']'.repeat(30_000);
const bytes = (...values: number[]) =>
  new Uint8Array([...Buffer.from('{"note":"'), ...values, ...Buffer.from('"}')]);

describe('a body that cannot be read', () => {
  const cases: Record<string, [Sent, number, string]> = {
    'no JSON': [{ body: '{"headline":' }, 400, 'malformed'],
    nothing: [{}, 400, 'malformed'],
    'invalid UTF-8': [
      { body: bytes(0xff, 0xfe), headers: { 'content-type': 'application/json' } },
      400,
      'malformed',
    ],
    'half a character in UTF-8': [
      { body: bytes(0xed, 0xa0, 0x80), headers: { 'content-type': 'application/json' } },
      400,
      'malformed',
    ],
    'deep nesting': [{ body: deep }, 400, 'malformed'],
    'no type': [{ body: '{}', headers: { 'content-type': undefined } }, 415, 'unsupported-type'],
    'another type': [{ body: '{}', headers: { 'content-type': 'text/plain' } }, 415, 'unsupported-type'],
    'another charset': [
      { body: '{}', headers: { 'content-type': 'application/json; charset=utf-16' } },
      415,
      'unsupported-type',
    ],
    'too many bytes': [{ body: { headline: 'x'.repeat(70_000) } }, 413, 'too-large'],
    'a promise of too many bytes': [
      { body: '{}', headers: { 'content-length': '99999999' } },
      413,
      'too-large',
    ],
  };
  it.each(Object.keys(cases))('%s', async (name) => {
    const [sent, status, code] = cases[name] ?? [{}, 0, ''];
    const answer = await desk.as('editor')('POST', '/api/articles', sent);
    expect([answer.status, answer.body.code, answer.body.status]).toEqual([status, code, status]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('x-request-id')).toBe(answer.body.requestId);
  });

  it('ends as soon as too much has come, although nothing was promised', async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(16_384));
      },
    });
    const answer = await desk.as('editor')('POST', '/api/articles', {
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(10);
  });
});

describe('a body that does not fit names the place', () => {
  const cases: Record<string, [unknown, string[]]> = {
    'a list': [[], ['']],
    text: ['"text"', ['']],
    'an unknown field': [{ ...newMark, colour: 'red' }, ['colour']],
    'an unknown field of a span': [
      { ...newMark, spans: [{ start: 0, end: 2, exact: 'Ma' }] },
      ['spans.0.exact'],
    ],
    'a prototype': ['{"revision":1,"kind":"quote","spans":[],"__proto__":{"a":1}}', ['__proto__']],
    'a prototype in details': [
      '{"revision":1,"kind":"quote","spans":[{"start":0,"end":2}],"details":{"__proto__":{"directness":"direct"}}}',
      ['details.__proto__'],
    ],
    'no kind': [{ revision: 1, spans: newMark.spans }, ['kind']],
    'another kind': [{ ...newMark, kind: 'rumour' }, ['kind']],
    'another revision': [{ ...newMark, revision: 2 }, ['revision']],
    'no spans': [{ ...newMark, spans: [] }, ['spans']],
    'too many spans': [
      { ...newMark, spans: Array.from({ length: 51 }, (_, at) => ({ start: at, end: at + 1 })) },
      ['spans'],
    ],
    'an empty span': [{ ...newMark, spans: [{ start: 3, end: 3 }] }, ['spans.0']],
    'a span backwards': [{ ...newMark, spans: [{ start: 3, end: 1 }] }, ['spans.0']],
    'a span of white space': [{ ...newMark, spans: [{ start: 9, end: 10 }] }, ['spans.0']],
    'a span outside': [{ ...newMark, spans: [{ start: 0, end: 4000 }] }, ['spans.0.end']],
    'a span before': [{ ...newMark, spans: [{ start: -1, end: 4 }] }, ['spans.0.start']],
    'half an offset': [{ ...newMark, spans: [{ start: 0.5, end: 4 }] }, ['spans.0.start']],
    'an offset as text': [{ ...newMark, spans: [{ start: '0', end: 4 }] }, ['spans.0.start']],
    'half an emoji': [{ ...newMark, spans: [{ start: 41, end: 42 }] }, ['spans.0.end']],
    'spans over one another': [
      {
        ...newMark,
        spans: [
          { start: 0, end: 9 },
          { start: 4, end: 12 },
        ],
      },
      ['spans.1'],
    ],
    'a speaker without a name': [
      { ...newMark, details: { directness: 'direct', speaker: { name: ' ' } } },
      ['details.speaker.name'],
    ],
    'details of another kind': [
      { ...newMark, details: { directness: 'direct', rating: 'true' } },
      ['details.rating'],
    ],
    'no directness': [{ ...newMark, details: {} }, ['details.directness']],
    'a NUL in the note': [{ ...newMark, note: 'a\0b' }, ['note']],
    'half a character in a label': [
      '{"revision":1,"kind":"quote","spans":[{"start":0,"end":2}],"labels":["\\ud800"]}',
      ['labels.0'],
    ],
    'an id that is none': [{ ...newMark, id: '7' }, ['id']],
  };
  it.each(Object.keys(cases))('%s', async (name) => {
    const [body, paths] = cases[name] ?? [{}, []];
    const answer = await desk.as('editor')('POST', annotations, { body });
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid']);
    expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual(paths);
  });
});

describe('a query that does not fit names the place', () => {
  it.each([
    ['/api/articles?limit=0', 'limit'],
    ['/api/articles?limit=201', 'limit'],
    ['/api/articles?limit=ten', 'limit'],
    ['/api/articles?limit=1&limit=2', 'limit'],
    ['/api/articles?sort=random', 'sort'],
    ['/api/articles?colour=red', 'colour'],
    ['/api/articles?cursor=nonsense', 'cursor'],
    ['/api/articles?__proto__=1', '__proto__'],
    ['/api/articles?search=%00', 'search'],
    ['/api/articles/twins?sha256=abc', 'sha256'],
  ])('%s', async (address, path) => {
    const { status, body } = await desk.as('editor')('GET', address);
    expect([status, body.code, body.errors[0].path]).toEqual([422, 'invalid', path]);
  });

  it('a cursor of a list in another order', async () => {
    const editor = desk.as('editor');
    await editor('POST', '/api/articles', {
      body: { headline: 'A second one', text: 'It stands here too.' },
    });
    const { body } = await editor('GET', '/api/articles?limit=1&sort=created');
    const { status } = await editor('GET', `/api/articles?limit=1&sort=headline&cursor=${body.nextCursor}`);
    expect(status).toBe(422);
  });
});

describe('If-Match', () => {
  it.each([
    [undefined, 428, 'version-required'],
    ['3', 400, 'malformed'],
    ['"three"', 400, 'malformed'],
    ['*', 400, 'malformed'],
    ['"1", "2"', 400, 'malformed'],
    ['', 400, 'malformed'],
    ['"7"', 412, 'stale'],
    ['W/"7"', 412, 'stale'],
  ])('of %s is %i', async (tag, status, code) => {
    const sent = { body: { note: 'Never.' }, headers: { 'if-match': tag } };
    const answer = await desk.as('editor')('PATCH', annotation, sent);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    if (status === 412) expect(answer.body.current).toMatchObject({ version: 1, kind: 'quote' });
  });

  it('is taken weakened, as proxies send it', async () => {
    const sent = { body: { note: 'Once.' }, headers: { 'if-match': 'W/"1"' } };
    const answer = await desk.as('editor')('PATCH', annotation, sent);
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"2"']);
  });
});

describe('a write with a cookie', () => {
  const foreign: Record<string, Record<string, string | undefined>> = {
    'without an origin': { origin: undefined },
    'with origin null': { origin: 'null' },
    'from another site': { origin: 'https://example.com' },
    'from another port': { origin: 'http://localhost:3001' },
    'from this machine over TLS': { origin: 'https://localhost:3000' },
    'that the browser calls cross-site': { 'sec-fetch-site': 'cross-site' },
    'that the browser calls same-site': { 'sec-fetch-site': 'same-site' },
    'with a foreign origin, whatever else it says': {
      origin: 'https://example.com',
      'sec-fetch-site': 'same-origin',
    },
    'from another name of this machine than it went to': { origin: 'http://127.0.0.1:3000' },
  };
  it.each(Object.keys(foreign))('%s is refused', async (name) => {
    const sent = { body: { headline: 'Forged', text: 'It is.' }, headers: foreign[name] ?? {} };
    const { status, body } = await desk.as('editor')('POST', '/api/articles', sent);
    expect([status, body.code]).toEqual([403, 'cross-origin']);
  });

  const own: Record<string, Record<string, string | undefined>> = {
    'from the public address': {},
    'that the browser calls same-origin': { origin: undefined, 'sec-fetch-site': 'same-origin' },
    'from 127.0.0.1 to 127.0.0.1': { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' },
    'from [::1] to [::1]': { origin: 'http://[::1]:3000', host: '[::1]:3000' },
  };
  it.each(Object.keys(own))('%s is taken', async (name) => {
    const sent = { body: { headline: 'Ours', text: 'It is.' }, headers: own[name] ?? {} };
    expect((await desk.as('editor')('POST', '/api/articles', sent)).status).toBe(201);
  });
});

describe('a write that names who made it', () => {
  const made = (who: 'editor' | 'editor2', headers = { [ACTOR_HEADER]: desk.idOf[who] }) =>
    desk.as('editor')('POST', annotations, { body: newMark, headers });
  const count = async () => (await desk.as('editor')('GET', annotations)).body.items.length;

  it('is done for that person', async () => {
    expect((await made('editor')).status).toBe(201);
  });

  it.each([
    ['somebody else', () => made('editor2')],
    ['nobody at all', () => made('editor', { [ACTOR_HEADER]: '' })],
  ])('is refused when it names %s, and nothing is written', async (_, write) => {
    const before = await count();
    const { status, body } = await write();
    expect([status, body.code]).toEqual([409, 'other-person']);
    expect(await count()).toBe(before);
  });
});

describe('an idempotency key', () => {
  const body = { headline: 'Once', text: 'Only once.' };

  it('gives the same answer to fifty twins, and one effect', async () => {
    const editor = desk.as('editor');
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => editor('POST', '/api/articles', { body, key: 'fifty' })),
    );
    const told = new Set(
      answers.map((each) => JSON.stringify([each.status, each.body, each.headers.get('etag')])),
    );
    expect(told.size).toBe(1);
    const { items } = (await editor('GET', '/api/articles?search=once')).body;
    expect(items).toHaveLength(1);
  });

  it('gives the same answer after the thing has changed', async () => {
    const editor = desk.as('editor');
    const sent = { body: { ...newMark, note: 'First' }, key: 'then' };
    const first = await editor('POST', annotations, sent);
    await editor('PATCH', `/api/annotations/${first.body.id}`, { body: { note: 'Second' }, version: 1 });
    const again = await editor('POST', annotations, sent);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
  });

  it('answers a repeated change with what it did, not with stale', async () => {
    const editor = desk.as('editor');
    const { id } = (await editor('POST', annotations, { body: newMark })).body;
    const sent = { body: { note: 'Mended' }, version: 1, key: 'mend' };
    const first = await editor('PATCH', `/api/annotations/${id}`, sent);
    const again = await editor('PATCH', `/api/annotations/${id}`, sent);
    expect([first.status, first.body.version]).toEqual([200, 2]);
    expect([again.status, again.body]).toEqual([200, first.body]);
  });

  it.each([
    ['another body', '/api/articles', { headline: 'Twice', text: 'Only once.' }],
    ['another address', '/api/people', { ...body }],
  ])('with %s is refused', async (_, address, other) => {
    const admin = desk.as('admin');
    await admin('POST', '/api/articles', { body, key: 'mine' });
    const person = { name: 'P', email: 'p@desk.test', role: 'editor' };
    const sent = { body: address === '/api/people' ? person : other, key: 'mine' };
    const answer = await admin('POST', address, sent);
    expect([answer.status, answer.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('belongs to one person', async () => {
    const one = await desk.as('editor')('POST', '/api/articles', { body, key: 'shared' });
    const other = await desk.as('editor2')('POST', '/api/articles', { body, key: 'shared' });
    expect(other.status).toBe(201);
    expect(other.body.id).not.toBe(one.body.id);
  });

  it.each(['', 'two words', 'é', 'x'.repeat(256)])('of %j is refused', async (key) => {
    const headers = { 'idempotency-key': Buffer.from(key, 'utf8').toString('latin1') };
    const { status } = await desk.as('editor')('POST', '/api/articles', { body, headers });
    expect(status).toBe(400);
  });
});

it('an article takes NUL and half characters in its text, and mends them', async () => {
  const body = '{"headline":"Mended","text":"a\\u0000b\\ud800c"}';
  const answer = await desk.as('editor')('POST', '/api/articles', { body });
  expect([answer.status, answer.body.revision.text]).toEqual([201, 'ab\ufffdc']);
});

it('HEAD is answered without a body', async () => {
  const { status, headers } = await desk.as('editor')('HEAD', `/api/articles/${article.slug}`);
  expect([status, headers.get('etag')]).toEqual([200, '"1"']);
});
