import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Room, withRoom } from '@/db/test-room';
import { type Desk, openDesk, PASSWORD } from './fixtures/desk';

const MINUTE = 60_000;
let desk: Desk;
let room: Room;
let article: string;

beforeAll(async () => {
  ({ opened: desk, room } = await withRoom(openDesk));
  const made = await desk.as('editor')('POST', '/api/articles', {
    body: { headline: 'The bridge', language: 'en', text: 'The bridge will open in May.' },
  });
  article = made.body.id;
});
afterAll(() => desk.close());

const mark = { revision: 1, kind: 'claim', spans: [{ start: 0, end: 10 }], note: 'Long. '.repeat(1000) };
const make = (key: string) =>
  desk.as('editor')('POST', `/api/articles/${article}/annotations`, { body: mark, key });
const marks = async () =>
  (await desk.as('editor')('GET', `/api/articles/${article}/annotations`)).body.items.length;
const state = async () => (await desk.anonymous('GET', '/api/health')).body.database.state;

it('refuses a write with a sentence, keeps nothing of it, and takes it under its key once there is room', async () => {
  expect(await state()).toBe('open');
  room.give(0);
  const refused = await make('full');
  expect(refused).toMatchObject({ status: 507, body: { code: 'disk-full' } });
  expect(refused.body.detail).toMatch(/disk is full.*make room/);
  expect([await state(), await marks()]).toEqual(['readOnly', 0]);
  expect((await desk.anonymous('GET', '/api/ready')).status).toBe(200);

  room.give();
  const made = await make('full');
  expect([made.status, await state(), await marks()]).toEqual([201, 'open', 1]);
  expect((await make('full')).body).toEqual(made.body);
});

it('lets people read whose session cannot be noted as used', async () => {
  desk.wait(10 * MINUTE);
  room.give(0);
  expect(await marks()).toBe(1);
  expect(await marks()).toBe(1);
  room.give();
});

it('says why nobody can sign in, and lets them in once there is room', async () => {
  const csrf = await desk.anonymous('GET', '/api/auth/csrf');
  const cookie = csrf.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const signIn = () =>
    desk.withCookie(cookie)('POST', '/api/auth/callback/credentials', {
      body: new URLSearchParams({
        csrfToken: csrf.body.csrfToken,
        email: 'editor@desk.test',
        password: PASSWORD,
        json: 'true',
      }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: undefined },
    });
  const full = await signInUntilFull(signIn);
  expect(full).toMatchObject({ status: 507, body: { code: 'disk-full' } });
  room.give();
  expect((await signIn()).status).toBe(200);
});

/** A session takes little room, so that a page may hold some more of them. */
async function signInUntilFull<Answer extends { readonly status: number }>(
  signIn: () => Promise<Answer>,
): Promise<Answer> {
  room.give(0);
  for (;;) {
    const answer = await signIn();
    if (answer.status !== 200) return answer;
  }
}
