import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findUser, updateUser } from '@/db/people';
import { hashPassword } from '@/server/passwords';
import { signIn as enterDesk } from '@/server/sign-in';
import { type Answered, type Desk, openDesk, PASSWORD } from './fixtures/desk';

const HOUR = 60 * 60 * 1000;
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** The cookies that an answer sets, over those that were there, as a `Cookie` header. */
function cookiesAfter({ headers }: Answered, before = ''): string {
  const jar = new Map(before.split('; ').filter(Boolean).map(split));
  for (const line of headers.getSetCookie()) {
    const [name, value] = split(line.split(';')[0] ?? '');
    if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
    else jar.set(name, value);
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

function split(pair: string): [string, string] {
  const equals = pair.indexOf('=');
  return [pair.slice(0, equals), pair.slice(equals + 1)];
}

async function post(path: string, cookies: string, fields: Record<string, string>, address = '192.0.2.1') {
  const csrf = await desk.withCookie(cookies || undefined)('GET', '/api/auth/csrf');
  const jar = cookiesAfter(csrf, cookies);
  const answer = await desk.withCookie(jar)('POST', path, {
    body: new URLSearchParams({ csrfToken: csrf.body.csrfToken, ...fields }).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-bluepencil-address': address,
      origin: undefined,
    },
  });
  return { answer, cookies: cookiesAfter(answer, jar) };
}

function signIn(
  email: string,
  password: string,
  { cookies = '', address = '192.0.2.1', json = 'true' } = {},
) {
  return post('/api/auth/callback/credentials', cookies, { email, password, json }, address);
}

async function isIn(cookies: string): Promise<boolean> {
  return (await desk.withCookie(cookies)('GET', '/api/me')).status === 200;
}

describe('signing in', () => {
  it('takes what a plain client sends, and sets a cookie that scripts cannot read', async () => {
    const { answer, cookies } = await signIn('Editor@Desk.Test ', PASSWORD, { json: 'false' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/']);
    const line = answer.headers.getSetCookie().find((each) => each.startsWith('bluepencil.session-token='));
    expect(line).toMatch(/; Path=\/; .*HttpOnly; SameSite=Lax/);
    const me = await desk.withCookie(cookies)('GET', '/api/me');
    expect(me.body).toEqual({
      id: desk.idOf.editor,
      name: 'Test editor',
      email: 'editor@desk.test',
      role: 'editor',
      settings: { onePersonDesk: false, timeZone: 'Europe/London' },
    });
    const session = await desk.withCookie(cookies)('GET', '/api/auth/session');
    expect(session.body.user).toEqual({ name: 'Test editor', email: 'editor@desk.test' });
  });

  it.each([
    ['a wrong password', 'editor@desk.test', 'not the password'],
    ['an unknown person', 'nobody@desk.test', PASSWORD],
    ['no address', 'not an address', PASSWORD],
    ['nothing', '', ''],
    ['a password that is far too long', 'editor@desk.test', 'x'.repeat(900)],
  ])('with %s is 401 and tells no more', async (_, email, password) => {
    const { answer, cookies } = await signIn(email, password, { address: `198.51.100.${email.length}` });
    expect(answer.status).toBe(401);
    expect(await isIn(cookies)).toBe(false);
  });

  it.each([
    ['got another password', async () => ({ passwordHash: await hashPassword('another pencil altogether') })],
    ['was disabled', async () => ({ disabled: true })],
  ])('fails for who %s while it was looked at', async (_, made) => {
    const { db } = desk.house;
    const { passwordHash } = (await findUser(db.sql, desk.idOf.reviewer2)) ?? {};
    const change = await made();
    const caller = { address: '192.0.2.77', previousSession: undefined };
    const signingIn = enterDesk(desk.house, { email: 'reviewer2@desk.test', password: PASSWORD }, caller);
    await db.transact((sql) => updateUser(sql, desk.idOf.reviewer2, change));
    expect(await signingIn).toBeUndefined();
    const back = { passwordHash: passwordHash ?? null, disabled: false };
    await db.transact((sql) => updateUser(sql, desk.idOf.reviewer2, back));
    expect(
      await enterDesk(desk.house, { email: 'reviewer2@desk.test', password: PASSWORD }, caller),
    ).toBeTypeOf('string');
  });

  it('without the token of the form is refused', async () => {
    const answer = await desk.anonymous('POST', '/api/auth/callback/credentials', {
      body: { email: 'editor@desk.test', password: PASSWORD, csrfToken: 'made up', json: true },
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'cross-origin']);
  });

  it('from another site is refused', async () => {
    const answer = await desk.anonymous('POST', '/api/auth/callback/credentials', {
      body: 'email=a',
      headers: { origin: 'https://example.com', 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.status).toBe(403);
  });

  it.each([
    ['https://example.com/', '/'],
    ['//example.com', '/'],
    ['/\\example.com', '/'],
    ['javascript:alert(1)', '/'],
    ['/articles/x?y=1', '/articles/x?y=1'],
  ])('leads to %s by way of %s', async (callbackUrl, location) => {
    const fields = { email: 'editor@desk.test', password: PASSWORD, callbackUrl };
    const { answer } = await post('/api/auth/callback/credentials', '', fields);
    expect(answer.headers.get('location')).toBe(location);
  });

  it.each([
    ['GET', '/api/auth/callback/credentials', 405],
    ['POST', '/api/auth/_log', 404],
    ['POST', '/api/auth/session', 405],
    ['GET', '/api/auth/signout', 405],
    ['GET', '/api/auth/callback/google', 404],
    ['GET', '/api/auth/__proto__', 404],
    ['GET', '/api/auth/csrf?callbackUrl=nonsense', 200],
    ['GET', '/api/auth/session?callbackUrl=%00', 200],
  ] as const)('%s %s is %i', async (method, address, status) => {
    const sent = method === 'POST' ? { body: '{}', headers: { 'content-type': 'application/json' } } : {};
    expect((await desk.anonymous(method, address, sent)).status).toBe(status);
  });

  it.each([
    ['{"csrfToken":', 'application/json', 400],
    ['{"csrfToken":7}', 'application/json', 422],
    ['[]', 'application/json', 422],
    ['a=b', 'text/plain', 415],
    ['x'.repeat(20_000), 'application/x-www-form-urlencoded', 413],
  ])('a form of %j is refused', async (body, type, status) => {
    const sent = { body, headers: { 'content-type': type } };
    expect((await desk.anonymous('POST', '/api/auth/callback/credentials', sent)).status).toBe(status);
  });
});

describe('a session', () => {
  it('ends with signing out, for every copy of its cookie', async () => {
    const { cookies: copied } = await signIn('editor@desk.test', PASSWORD);
    expect(await isIn(copied)).toBe(true);
    const { answer } = await post('/api/auth/signout', copied, { json: 'true' });
    expect(answer.status).toBe(200);
    expect(await isIn(copied)).toBe(false);
    expect((await desk.withCookie(copied)('GET', '/api/auth/session')).body).toEqual({});
  });

  it('is another one after signing in anew, and the old one is over', async () => {
    const { cookies: first } = await signIn('editor@desk.test', PASSWORD);
    const { cookies: second } = await signIn('editor@desk.test', PASSWORD, { cookies: first });
    expect([await isIn(first), await isIn(second)]).toEqual([false, true]);
  });

  it('ends when its person changes role, is disabled or chooses a new password', async () => {
    const admin = desk.as('admin');
    const address = `/api/people/${desk.idOf.editor2}`;
    let version = 1;
    const change = async (body: object) => {
      const answer = await admin('PATCH', address, { version, body });
      expect(answer.status).toBe(200);
      version = answer.body.version;
    };
    const { cookies: asEditor } = await signIn('editor2@desk.test', PASSWORD);
    await change({ name: 'Another name' });
    expect(await isIn(asEditor)).toBe(true);
    await change({ role: 'reviewer' });
    expect(await isIn(asEditor)).toBe(false);

    const { cookies: asReviewer } = await signIn('editor2@desk.test', PASSWORD);
    await change({ disabled: true });
    expect(await isIn(asReviewer)).toBe(false);
    expect((await signIn('editor2@desk.test', PASSWORD)).answer.status).toBe(401);
    await change({ disabled: false, role: 'editor' });
    expect(await isIn(asReviewer)).toBe(false);

    const { cookies: withOldPassword } = await signIn('editor2@desk.test', PASSWORD);
    const { setUpUrl } = (await admin('POST', `${address}/set-up`)).body;
    const body = { token: setUpUrl.split('/').at(-1), password: 'entirely new words' };
    expect((await desk.anonymous('POST', '/api/set-up', { body })).status).toBe(200);
    expect(await isIn(withOldPassword)).toBe(false);
    expect((await signIn('editor2@desk.test', PASSWORD)).answer.status).toBe(401);
    expect((await signIn('editor2@desk.test', 'entirely new words')).answer.status).toBe(200);
  });

  it('ends after eight hours without use, and after seven days with', async () => {
    const { cookies: unused } = await signIn('reviewer@desk.test', PASSWORD);
    const { cookies: used } = await signIn('reviewer@desk.test', PASSWORD);
    desk.wait(7 * HOUR);
    expect(await isIn(used)).toBe(true);
    await desk.house.db.transact(() => Promise.resolve());
    desk.wait(2 * HOUR);
    expect([await isIn(used), await isIn(unused)]).toEqual([true, false]);
    for (let hours = 9; hours < 168; hours += 5) {
      expect(await isIn(used)).toBe(true);
      await desk.house.db.transact(() => Promise.resolve());
      desk.wait(5 * HOUR);
    }
    expect(await isIn(used)).toBe(false);
  });

  it('stands for nobody when its cookie was made up', async () => {
    for (const token of ['nonsense', 'a.b.c.d.e', '', '%ff']) {
      expect(await isIn(`bluepencil.session-token=${token}`)).toBe(false);
    }
  });
});

describe('failed attempts', () => {
  const guess = (address: string) => signIn('reviewer2@desk.test', 'a wrong guess', { address });

  it('are limited where they come from, while the person signs in from elsewhere', async () => {
    for (let count = 0; count < 10; count += 1) expect((await guess('203.0.113.7')).answer.status).toBe(401);
    const { answer } = await signIn('reviewer2@desk.test', PASSWORD, { address: '203.0.113.7' });
    expect([answer.status, answer.body.code]).toEqual([429, 'too-many-attempts']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    const elsewhere = await signIn('reviewer2@desk.test', PASSWORD, { address: '203.0.113.8' });
    expect(elsewhere.answer.status).toBe(200);
  });

  it('count although they come all at once', async () => {
    const all = await Promise.all(Array.from({ length: 30 }, () => guess('203.0.113.9')));
    expect(all.filter(({ answer }) => answer.status === 401)).toHaveLength(10);
  });

  it('are all that counts', async () => {
    for (let count = 0; count < 15; count += 1) {
      const { answer } = await signIn('admin@desk.test', PASSWORD, { address: '203.0.113.10' });
      expect(answer.status).toBe(200);
    }
  });
});

it('under TLS, cookies are held to this host and to TLS by the browser', async () => {
  const secure = await openDesk({ BASE_URL: 'https://desk.example.org' });
  const csrf = await secure.anonymous('GET', '/api/auth/csrf');
  const jar = cookiesAfter(csrf);
  const answer = await secure.withCookie(jar)('POST', '/api/auth/callback/credentials', {
    body: { csrfToken: csrf.body.csrfToken, email: 'editor@desk.test', password: PASSWORD, json: true },
    headers: { origin: 'https://desk.example.org' },
  });
  const lines = [...csrf.headers.getSetCookie(), ...answer.headers.getSetCookie()];
  expect(lines.filter((line) => line.includes('session-token='))).toHaveLength(1);
  for (const line of lines)
    expect(line).toMatch(/^__Host-[\w.-]+=.*; Path=\/;.*HttpOnly; Secure; SameSite=Lax/);
  expect(answer.headers.get('strict-transport-security')).toContain('max-age');
  const me = await secure.withCookie(cookiesAfter(answer, jar))('GET', '/api/me');
  expect(me.status).toBe(200);
  await secure.close();
});
