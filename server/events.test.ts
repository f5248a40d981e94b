import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeChanges } from '@/db/test-changes';
import { type Desk, openDesk, type Who } from './fixtures/desk';
import type { EventReader } from './fixtures/event-reader';
import { endSession, sessionIdIn } from './session';

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
async function mark(articleId = id, who: Who = 'editor'): Promise<string> {
  const body = { revision: 1, kind: 'claim', spans: [{ start: 0, end: 12 }] };
  return (await desk.as(who)('POST', `/api/articles/${articleId}/annotations`, { body })).body.id;
}

function write(count: number, articleId = id): Promise<void> {
  return writeChanges(desk.house.db, { articleId, actorId: desk.idOf.editor, count });
}

/** The positions of the next changes on a stream, up to one of them. */
async function positionsUpTo(last: number, stream: EventReader): Promise<number[]> {
  const positions: number[] = [];
  while (positions.at(-1) !== last) positions.push((await stream.nextOf('change')).data.position);
  return positions;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const events = (articleId = id) => `/api/articles/${articleId}/events`;

describe("an article's stream", () => {
  it('tells a change made after it was opened, with its position as id', async () => {
    const stream = await desk.stream('reviewer', events());
    const made = await mark();
    const { id: eventId, data } = await stream.nextOf('change');
    expect(eventId).toBe('2');
    expect(data).toMatchObject({ position: 2, articleId: id, subjectId: made, action: 'annotation.created' });
    expect(data.by).toEqual({ id: desk.idOf.editor, name: 'Test editor' });
  });

  it('goes on after every position there is', async () => {
    await write(9);
    for (const after of range(0, 9)) {
      const asked = await desk.stream('reviewer', `${events()}?after=${after}`);
      const returned = await desk.stream('reviewer', events(), String(after));
      for (const stream of [asked, returned])
        expect(await positionsUpTo(10, stream)).toEqual(range(after + 1, 10));
    }
  });

  it('begins with when to come back and where it stands', async () => {
    const response = await desk.open('reviewer', `${events()}?after=0`);
    const [first = ''] = (await readText(response)).split('\n\n');
    expect(first).toMatch(/^retry: \d+\nid: 0$/);
  });

  it('may not be compressed, kept or held back', async () => {
    const { headers, body } = await desk.open('reviewer', events());
    await body?.cancel();
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('cache-control')).toBe('private, no-store, no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
  });

  it('goes by the header of a client that comes back, not by the address that it began with', async () => {
    await write(9);
    const stream = await desk.stream('reviewer', `${events()}?after=1`, '7');
    expect(await positionsUpTo(10, stream)).toEqual([8, 9, 10]);
  });

  it('is found by the slug too', async () => {
    const { slug } = (await desk.as('editor')('GET', `/api/articles/${id}`)).body;
    const stream = await desk.stream('reviewer', events(slug));
    await mark();
    expect((await stream.nextOf('change')).data.articleId).toBe(id);
  });

  it.each(['abc', '-1', '1.5', '1, 2', '0x2', '9'.repeat(20), '11'])(
    'says that a client who names %s as its place has to begin anew, and goes on',
    async (place) => {
      await write(9);
      const stream = await desk.stream('reviewer', events(), place);
      expect(await stream.next()).toEqual({
        name: 'resync',
        data: { articleId: id, position: 10 },
        id: '10',
      });
      await write(1);
      expect(await positionsUpTo(11, stream)).toEqual([11]);
    },
  );

  it('misses nothing and repeats nothing when it is cut and opened again', async () => {
    await write(99);
    const told: number[] = [];
    for (let after = 0; after < 100; ) {
      const stream = await desk.stream('reviewer', events(), String(after));
      after = Math.min(100, after + 7);
      told.push(...(await positionsUpTo(after, stream)));
      await stream.cut();
    }
    expect(told).toEqual(range(1, 100));
  });

  it('catches up with a thousand changes', async () => {
    await write(1000);
    const stream = await desk.stream('reviewer', `${events()}?after=1`);
    expect(await positionsUpTo(1001, stream)).toEqual(range(2, 1001));
  });

  it('lets who is far behind begin anew', async () => {
    await write(5001);
    const stream = await desk.stream('reviewer', `${events()}?after=1`);
    expect(await stream.next()).toEqual({
      name: 'resync',
      data: { articleId: id, position: 5002 },
      id: '5002',
    });
  });

  it('lets a reader begin anew who has not kept up, and goes on with them', async () => {
    const [stream, quick] = [await desk.stream('reviewer', events()), await desk.stream('admin', events())];
    await write(5001);
    while ((await quick.next())?.id !== '5002');
    expect((await stream.nextOf('resync')).data.position).toBe(5002);
    await write(1);
    expect(await positionsUpTo(5003, stream)).toEqual([5003]);
  });

  it('tells nothing of what was undone', async () => {
    const stream = await desk.stream('reviewer', events());
    const lost = { articleId: id, actorId: desk.idOf.editor, count: 3, fails: true };
    await Promise.allSettled([
      writeChanges(desk.house.db, lost),
      write(1),
      writeChanges(desk.house.db, lost),
    ]);
    await mark();
    expect(await positionsUpTo(3, stream)).toEqual([2, 3]);
  });

  it('of an article that is not there is 404', async () => {
    const { status } = await desk.as('editor')('GET', events('00000000-0000-4000-8000-000000000000'));
    expect(status).toBe(404);
  });

  it('is not left open by a question for its headers alone', async () => {
    for (let asked = 0; asked < 100; asked += 1) {
      expect((await desk.as('editor')('HEAD', events())).status).toBe(200);
    }
  });
});

describe("the desk's stream", () => {
  it('tells the changes of the articles that it names, each after its place, and the summaries of all', async () => {
    const [second, third] = [await newArticle(), await newArticle()];
    await write(3);
    await write(2, second);
    const stream = await desk.stream('reviewer', `/api/events?articles=${id}@2,${second}@3`);
    await mark(third);
    await mark(second);
    const told: [string, number][] = [];
    const summaries = new Map<string, number>();
    while (told.length < 3 || summaries.size < 2) {
      const event = await stream.next();
      if (event?.name === 'change') told.push([event.data.articleId, event.data.position]);
      if (event?.name === 'article') summaries.set(event.data.id, event.data.seq);
    }
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        [id, 3],
        [id, 4],
        [second, 4],
      ]),
    );
    expect(Object.fromEntries(summaries)).toEqual({ [second]: 4, [third]: 2 });
  });

  it('tells of an article that is new', async () => {
    const stream = await desk.stream('reviewer', '/api/events');
    const made = await newArticle();
    expect((await stream.nextOf('article')).data).toMatchObject({ id: made, headline: 'Live', seq: 1 });
  });

  it('lets who names a place that is not there, or an article, begin anew with that one alone', async () => {
    const other = await newArticle();
    const unknown = '00000000-0000-4000-8000-000000000000';
    const stream = await desk.stream('reviewer', `/api/events?articles=${id}@9,${unknown}@1,${other}@1`);
    expect((await stream.nextOf('resync')).data).toEqual({ articleId: id, position: 1 });
    expect((await stream.nextOf('resync')).data).toEqual({ articleId: unknown, position: 0 });
    await mark(other);
    expect((await stream.nextOf('change')).data).toMatchObject({ articleId: other, position: 2 });
  });

  it('lists nobody at an article that is not there, and tells of it from its first line on', async () => {
    const watching = await desk.stream('admin', '/api/events');
    const made = crypto.randomUUID();
    const stream = await desk.stream('reviewer', `/api/events?articles=${made}@0,${id}@1`);
    expect((await watching.nextOf('here')).data.articleId).toBe(id);
    const body = { id: made, headline: 'Made later', text };
    expect((await desk.as('editor')('POST', '/api/articles', { body })).status).toBe(201);
    expect((await stream.nextOf('change')).data).toMatchObject({ articleId: made, position: 1 });
  });

  it('tells that people and settings changed, and nothing of what', async () => {
    const stream = await desk.stream('editor', '/api/events');
    const admin = desk.as('admin');
    const settings = (await admin('GET', '/api/settings')).body;
    await admin('PATCH', '/api/settings', { body: { timeZone: 'Europe/Paris' }, version: settings.version });
    expect((await stream.nextOf('desk')).data).toEqual({ action: 'setting.changed', subjectId: 'settings' });
    const body = { name: 'Secret Name', email: 'secret@desk.test', role: 'editor' };
    const made = (await admin('POST', '/api/people', { body })).body;
    expect((await stream.nextOf('desk')).data).toEqual({ action: 'person.created', subjectId: made.id });
  });

  it.each([
    ['/api/events?articles=x@1', 'articles.0.articleId'],
    [`/api/events?articles=${'a'.repeat(8)}-0000-4000-8000-000000000000`, 'articles.0'],
    ['/api/events?colour=red', 'colour'],
  ])('%s is 422', async (address, path) => {
    const { status, body } = await desk.as('editor')('GET', address);
    expect([status, body.errors[0].path]).toEqual([422, path]);
  });

  it('follows at most fifty articles', async () => {
    const address = `/api/events?articles=${Array.from({ length: 51 }, () => `${id}@1`).join()}`;
    expect((await desk.as('editor')('GET', address)).status).toBe(422);
  });
});

describe('a session that ends', () => {
  const sessionOf = (who: Who) => sessionIdIn(desk.house, desk.cookieOf(who));
  const person = (who: Who) => `/api/people/${desk.idOf[who]}`;
  const ways: Readonly<Record<string, () => Promise<unknown> | undefined>> = {
    'because its person signs out': async () => endSession(desk.house, (await sessionOf('editor2')) ?? ''),
    'because its person is disabled': () =>
      desk.as('admin')('PATCH', person('editor2'), { body: { disabled: true }, version: 1 }),
    "because its person's role changed": () =>
      desk.as('admin')('PATCH', person('editor2'), { body: { role: 'reviewer' }, version: 1 }),
    'because it was not used for long': () => void desk.wait(8 * 60 * 60 * 1000),
    'because it is old': () => void desk.wait(8 * 24 * 60 * 60 * 1000),
  };

  it.each(Object.keys(ways))(
    '%s closes its streams and refuses its next write',
    async (way) => {
      const streams = [await desk.stream('editor2', events()), await desk.stream('editor2', '/api/events')];
      const byes = streams.map((stream) => stream.nextOf('bye'));
      await ways[way]?.();
      for (const bye of byes) expect((await bye).data).toEqual({ reason: 'signedOut' });
      for (const stream of streams) expect(await stream.next()).toBeUndefined();
      const body = { revision: 1, kind: 'claim', spans: [{ start: 0, end: 12 }] };
      const { status } = await desk.as('editor2')('POST', `/api/articles/${id}/annotations`, { body });
      expect(status).toBe(401);
    },
    5000,
  );

  it('leaves the streams of others alone', async () => {
    const [ends, stays] = [await desk.stream('editor2', events()), await desk.stream('reviewer', events())];
    await endSession(desk.house, (await sessionOf('editor2')) ?? '');
    await ends.nextOf('bye');
    await mark();
    expect((await stays.nextOf('change')).data.position).toBe(2);
  });

  it('is not kept alive by streams, however often they come back, nor by telling where one is', async () => {
    for (let hour = 0; hour < 9; hour += 1) {
      const stream = await desk.open('editor2', events());
      await stream.body?.cancel();
      await desk.as('editor2')('PUT', `/api/articles/${id}/presence`, { body: { selection: null } });
      desk.wait(60 * 60 * 1000);
    }
    expect((await desk.as('editor2')('GET', '/api/me')).status).toBe(401);
  });
});

describe('a desk that ends', () => {
  it('says goodbye on every stream, each with its own time to come back, and opens no more', async () => {
    const streams = await Promise.all(
      range(1, 20).map((one) => desk.stream('reviewer', one % 2 === 0 ? events() : '/api/events')),
    );
    desk.house.feed.close();
    for (const stream of streams) {
      expect((await stream.nextOf('bye')).data).toEqual({ reason: 'shutdown' });
      expect(await stream.next()).toBeUndefined();
    }
    const retries = streams.map(({ retry }) => retry ?? 0);
    expect(Math.min(...retries)).toBeGreaterThanOrEqual(1000);
    expect(new Set(retries).size).toBeGreaterThan(10);
    const { status, headers } = await desk.as('reviewer')('GET', events());
    expect([status, headers.get('retry-after')]).toEqual([503, '2']);
  });
});

describe('presence', () => {
  const presence = () => `/api/articles/${id}/presence`;
  const tell = (who: Who, selection: unknown) => desk.as(who)('PUT', presence(), { body: { selection } });
  const person = (who: Who) => ({ id: desk.idOf[who], name: `Test ${who}` });

  it('is told to whoever follows the article, and answered to who tells it', async () => {
    const stream = await desk.stream('reviewer', events());
    const reviewer = { person: person('reviewer'), selection: null, state: 'active' };
    expect((await stream.nextOf('presence')).data.people).toEqual([reviewer]);
    const selection = { start: 4, end: 12 };
    const both = [reviewer, { person: person('editor'), selection, state: 'active' }];
    expect((await tell('editor', selection)).body).toEqual({ people: both });
    expect((await stream.nextOf('presence')).data).toEqual({ articleId: id, people: both });
  });

  it('shows one person once, however many tabs they have', async () => {
    await desk.stream('editor', events());
    await desk.stream('editor', `/api/events?articles=${id}@1`);
    const { people } = (await tell('editor', { start: 1, end: 1 })).body;
    expect(people).toEqual([{ person: person('editor'), selection: { start: 1, end: 1 }, state: 'active' }]);
  });

  it('is idle after half a minute, and gone soon after the last stream', async () => {
    const watching = await desk.stream('reviewer', `/api/events?articles=${id}@1`);
    const stream = await desk.stream('editor', events());
    await tell('editor', { start: 4, end: 12 });
    const editor = async () =>
      (await watching.nextOf('presence')).data.people.find((each) => each.person.id === desk.idOf.editor);
    while ((await editor())?.selection?.start !== 4);
    desk.wait(31_000);
    expect(await editor()).toEqual({ person: person('editor'), selection: null, state: 'idle' });
    await stream.cut();
    desk.wait(3_000);
    expect(await editor()).toBeUndefined();
  });

  it('moves the board: who comes and who goes is told on the stream of the desk, and who is there when it opens', async () => {
    const watching = await desk.stream('reviewer', '/api/events');
    const stream = await desk.stream('editor', events());
    expect((await watching.nextOf('here')).data).toEqual({ articleId: id, people: [person('editor')] });
    const later = await desk.stream('admin', '/api/events');
    expect((await later.nextOf('here')).data).toEqual({ articleId: id, people: [person('editor')] });
    await stream.cut();
    desk.wait(3_000);
    expect((await watching.nextOf('here')).data).toEqual({ articleId: id, people: [] });
  });

  it.each([
    [{ start: 0, end: text.length + 1 }, 'selection.end'],
    [{ start: 9, end: 8 }, 'selection.start'],
    [{ start: -1, end: 8 }, 'selection.start'],
    [{ start: 1.5, end: 8 }, 'selection.start'],
    [{ start: 1 }, 'selection.end'],
    ['everywhere', 'selection'],
  ])('at %j is refused', async (selection, path) => {
    const { status, body } = await tell('editor', selection);
    expect([status, body.errors[0].path]).toEqual([422, path]);
  });

  it('at the very end of the text is one place more', async () => {
    expect((await tell('editor', { start: text.length, end: text.length })).status).toBe(200);
  });

  it('told without end is refused for a while, and only to who does it', async () => {
    const answers: number[] = [];
    for (let told = 0; told < 301; told += 1) answers.push((await tell('editor', null)).status);
    expect(answers.slice(0, 300)).toEqual(Array(300).fill(200));
    expect(answers.at(-1)).toBe(429);
    expect((await tell('editor2', null)).status).toBe(200);
  });

  it('is in no log', async () => {
    await tell('editor', { start: 4, end: 12 });
    expect((await desk.as('editor')('GET', `/api/articles/${id}`)).body.seq).toBe(1);
  });
});

it('a browser that opens stream after stream is refused, and the others are not', async () => {
  for (let opened = 0; opened < 64; opened += 1) await desk.stream('editor', '/api/events');
  const { status, body } = await desk.as('editor')('GET', '/api/events');
  expect([status, body.code]).toEqual([429, 'too-many-requests']);
  expect((await desk.as('editor2')('GET', '/api/events')).status).toBe(200);
});

/** What a response says first. */
async function readText({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return new TextDecoder().decode(value);
}
