import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBreak, readLog } from '@/db/changes';
import { DESK_LOG } from '@/domain/change';
import { parseEnv } from './env';
import { inviteFirstAdmin } from './first-admin';
import { type Desk, openDesk } from './fixtures/desk';
import { moveIn, openHouse } from './house';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const DAY = 24 * 60 * 60 * 1000;
const newcomer = (name: string) => ({ name, email: `${name.toLowerCase()}@desk.test`, role: 'editor' });

function add(name: string, sent: object = {}) {
  return desk.as('admin')('POST', '/api/people', { body: { ...newcomer(name), ...sent } });
}

function setUp(url: string, password = 'entirely new words', sent: object = {}) {
  const body = { token: url.split('/').at(-1), password, ...sent };
  return desk.anonymous('POST', '/api/set-up', { body });
}

describe('a new person', () => {
  it('gets a link that works once', async () => {
    const { status, body } = await add('Nora');
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...newcomer('Nora'), disabled: false, hasPassword: false, version: 1 });
    expect(body.setUpUrl).toMatch(/^http:\/\/localhost:3000\/set-up\/[\w-]{43}$/);
    const first = await setUp(body.setUpUrl);
    expect([first.status, first.body]).toEqual([200, { email: 'nora@desk.test' }]);
    expect((await setUp(body.setUpUrl)).status).toBe(404);
  });

  it('gets the same link again under the same key, of which nothing is stored', async () => {
    const sent = { body: newcomer('Twin'), key: 'twin' };
    const first = await desk.as('admin')('POST', '/api/people', sent);
    const again = await desk.as('admin')('POST', '/api/people', sent);
    expect(again.body).toEqual(first.body);
    const token = first.body.setUpUrl.split('/').at(-1);
    const { idempotency, setUpLink } = desk.house.db.tables;
    const stored = [
      await desk.house.db.sql.select().from(idempotency),
      await desk.house.db.sql.select().from(setUpLink),
    ];
    expect(JSON.stringify(stored)).not.toContain(token);
    expect((await setUp(first.body.setUpUrl)).status).toBe(200);
  });

  it('has the newest link alone, and that for seven days', async () => {
    const { body } = await add('Olga');
    const invited = await desk.as('admin')('POST', `/api/people/${body.id}/set-up`);
    expect(invited.status).toBe(201);
    expect((await setUp(body.setUpUrl)).status).toBe(404);
    const own = await openDesk();
    const late = (await own.as('admin')('POST', '/api/people', { body: newcomer('Late') })).body;
    own.wait(8 * DAY);
    const token = late.setUpUrl.split('/').at(-1);
    const answer = await own.anonymous('POST', '/api/set-up', {
      body: { token, password: 'entirely new words' },
    });
    expect(answer.status).toBe(404);
    await own.close();
  });

  it.each([
    ['short', 'needs at least 12 characters'],
    ['x'.repeat(129), 'takes at most 128 characters'],
    ['password1234', 'is among the passwords that are guessed first'],
  ])('cannot choose %s', async (password, message) => {
    const { body } = await add(`P${crypto.randomUUID().slice(0, 8)}`);
    const answer = await setUp(body.setUpUrl, password);
    expect([answer.status, answer.body.errors]).toEqual([422, [{ path: 'password', message }]]);
    expect((await setUp(body.setUpUrl)).status).toBe(200);
  });

  it('cannot have the address of somebody else, in any case', async () => {
    const { status, body } = await add('Other', { email: 'EDITOR@desk.test' });
    expect([status, body.code, body.errors[0].path]).toEqual([409, 'conflict', 'email']);
  });

  it('keeps name and address that the admin gave, whatever the link is sent with', async () => {
    const { body } = await add('Fixed');
    const answer = await setUp(body.setUpUrl, 'entirely new words', { name: 'Not me', email: 'not@me.test' });
    expect(answer.body).toEqual({ email: 'fixed@desk.test' });
  });
});

describe('people', () => {
  it('are listed page by page, without anything that lets somebody in', async () => {
    const admin = desk.as('admin');
    const all = (await admin('GET', '/api/people?limit=200')).body.items;
    const first = (await admin('GET', '/api/people?limit=3')).body;
    const second = (await admin('GET', `/api/people?limit=200&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items]).toEqual(all);
    expect(JSON.stringify(all)).not.toMatch(/argon2|token|passwordHash/);
  });

  it('are changed with the version that was seen', async () => {
    const { id } = (await add('Petra')).body;
    const admin = desk.as('admin');
    const first = await admin('PATCH', `/api/people/${id}`, { body: { role: 'reviewer' }, version: 1 });
    expect([first.body.role, first.headers.get('etag')]).toEqual(['reviewer', '"2"']);
    const second = await admin('PATCH', `/api/people/${id}`, { body: { name: 'Pia' }, version: 1 });
    expect([second.status, second.body.current]).toEqual([412, first.body]);
    const same = await admin('PATCH', `/api/people/${id}`, { body: { role: 'reviewer' }, version: 2 });
    expect(same.body.version).toBe(2);
  });

  it('cannot lose their last admin, to another role or to disablement', async () => {
    const address = `/api/people/${desk.idOf.admin}`;
    await add('Invited', { role: 'admin' });
    for (const body of [{ role: 'editor' }, { disabled: true }]) {
      const answer = await desk.as('admin')('PATCH', address, { body, version: 1 });
      expect([answer.status, answer.body.code, answer.body.current.id]).toEqual([
        409,
        'conflict',
        desk.idOf.admin,
      ]);
    }
  });

  it('who are disabled cannot come back through a link', async () => {
    const { id, setUpUrl } = (await add('Gone')).body;
    const admin = desk.as('admin');
    await admin('PATCH', `/api/people/${id}`, { body: { disabled: true }, version: 1 });
    expect((await setUp(setUpUrl)).status).toBe(404);
    expect((await admin('POST', `/api/people/${id}/set-up`)).status).toBe(409);
  });

  it('leave a log that is whole and holds no secret', async () => {
    const { sql } = desk.house.db;
    await desk.as('admin')('PATCH', '/api/settings', { body: { onePersonDesk: true } });
    await desk.as('admin')('PATCH', '/api/settings', { body: { onePersonDesk: true } });
    await desk.as('admin')('PATCH', '/api/settings', { body: { onePersonDesk: false } });
    expect(await findBreak(sql, DESK_LOG)).toBeUndefined();
    const rows = await readLog(sql, DESK_LOG, { limit: 500 });
    expect(rows.filter(({ action }) => action === 'setting.changed')).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/argon2|passwordHash/);
  });
});

it.each([
  [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  [{ onePersonDesk: 'yes' }, 'onePersonDesk'],
  [{ colour: 'blue' }, 'colour'],
])('settings of %j are refused', async (body, path) => {
  const answer = await desk.as('admin')('PATCH', '/api/settings', { body });
  expect([answer.status, answer.body.errors[0].path]).toEqual([422, path]);
});

it('a desk without people invites its first admin, who says who they are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bluepencil-'));
  const house = await openHouse(parseEnv({ DATABASE_URL: `file:${folder}/new.db`, LOG_LEVEL: 'silent' }));
  const moveOut = moveIn(Promise.resolve(house));
  const first = await inviteFirstAdmin(house);
  const second = await inviteFirstAdmin(house);
  expect((await setUp(String(first))).status).toBe(404);
  const nameless = await setUp(String(second));
  expect([nameless.status, nameless.body.errors[0].path]).toEqual([422, 'email']);
  const named = await setUp(String(second), 'entirely new words', { name: 'Ada', email: 'Ada@Desk.Test' });
  expect(named.body).toEqual({ email: 'ada@desk.test' });
  expect(await inviteFirstAdmin(house)).toBeUndefined();
  await house.close();
  void moveOut();
  rmSync(folder, { recursive: true });
});
