/** Streams as whoever holds one meets them: through the built server, over sockets that break and fill up. */
import { get, type IncomingMessage, request as send } from 'node:http';
import type { BrowserContext } from '@playwright/test';
import { createParser } from 'eventsource-parser';
import { streamEvents } from '@/domain/contract/events';
import { expect, test } from '@/e2e/fixtures/test';

let cookie: string;
let origin: string;
test.beforeEach(async ({ context, page, signIn, baseURL }) => {
  await signIn(page, 'editor2');
  cookie = await cookiesOf(context);
  origin = new URL(baseURL ?? '').origin;
});

/** Opens a stream on a socket of its own; nothing is read from it before somebody listens. */
function openStream(path: string, headers: Readonly<Record<string, string>> = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(`${origin}${path}`, { agent: false, headers: { cookie, ...headers } }, resolve).on('error', reject);
  });
}

/** Collects the positions of the changes that a stream tells. */
function positionsOf(stream: IncomingMessage): number[] {
  const positions: number[] = [];
  const parser = createParser({
    onEvent({ event, data }) {
      if (event === 'change') positions.push(streamEvents.change.parse(JSON.parse(data)).position);
    },
  });
  stream.setEncoding('utf8').on('data', (words: string) => parser.feed(words));
  // A socket that a spec destroys complains of it.
  stream.on('error', () => undefined);
  return positions;
}

test('who cuts the line is gone seconds later, and not before', async ({ api, newArticle }) => {
  const { id } = await newArticle();
  const reviewer = await api('reviewer');
  const names = async () => {
    const told = await reviewer('PUT', `/api/articles/${id}/presence`, { body: { selection: null } });
    return told.body.people.map(({ person }: { person: { name: string } }) => person.name).sort();
  };
  const stream = await openStream(`/api/articles/${id}/events`);
  expect(await names()).toEqual(['Demo Editor Two', 'Demo Reviewer']);
  stream.destroy();
  await expect.poll(names, { timeout: 30_000 }).toEqual(['Demo Reviewer']);
});

test('a question for the headers alone leaves no stream open', async ({ api, newArticle }) => {
  const { id } = await newArticle();
  const status = await new Promise((resolve, reject) => {
    const asked = send(`${origin}/api/articles/${id}/events`, { method: 'HEAD', headers: { cookie } });
    asked
      .on('response', ({ statusCode }) => resolve(statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(200);
  const reviewer = await api('reviewer');
  const people = async () => {
    const told = await reviewer('PUT', `/api/articles/${id}/presence`, { body: { selection: null } });
    return told.body.people.length;
  };
  await expect.poll(people, { timeout: 30_000 }).toBe(1);
});

test('a stream is not compressed, and its first words come before anything has happened', async ({
  newArticle,
}) => {
  const { id } = await newArticle();
  const stream = await openStream(`/api/articles/${id}/events`, { 'accept-encoding': 'gzip, br' });
  expect(stream.headers['content-encoding']).toBeUndefined();
  expect(stream.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  const first = await new Promise((resolve) => stream.once('data', (bytes) => resolve(String(bytes))));
  stream.destroy();
  expect(first).toMatch(/^retry: \d+\nid: 1\n\n/);
});

test('who stops reading holds nobody up, and hears everything when they read again', async ({
  api,
  newArticle,
}) => {
  const { id } = await newArticle();
  const stuck = await openStream(`/api/articles/${id}/events`);
  const quick = positionsOf(await openStream(`/api/articles/${id}/events`));
  const editor = await api('editor');
  // Together far more than the sockets' own buffers hold.
  const marks = 300;
  const body = { revision: 1, kind: 'claim', spans: [{ start: 0, end: 7 }], note: '長'.repeat(10_000) };
  for (let made = 0; made < marks; made += 1) {
    expect((await editor('POST', `/api/articles/${id}/annotations`, { body })).status).toBe(201);
  }
  await expect.poll(() => quick.at(-1)).toBe(marks + 1);
  const slow = positionsOf(stuck);
  await expect.poll(() => slow.at(-1)).toBe(marks + 1);
  expect(slow).toEqual(Array.from({ length: marks }, (_, index) => index + 2));
  stuck.destroy();
});

async function cookiesOf(context: BrowserContext): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}
