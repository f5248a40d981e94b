import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '@/domain/contract/operation';
import { type OperationName, operations } from '@/domain/contract/operations';
import { type Asker, accessTable, askers, type Target, targets } from './access-table';
import {
  type Client,
  type Desk,
  openDesk,
  routeFile,
  routeFolders,
  type Sent,
  type Who,
} from './fixtures/desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
/** Not ours to hold to the contract: next-auth's own route, and what answers 404 to every other address. */
const outside = ['auth/[...nextauth]', '[[...rest]]'];

function clientOf(asker: Asker): Client {
  return asker === 'anonymous' ? desk.anonymous : desk.as(asker);
}

/** Whose thing it is: the asker's, or that of another person who may make it. */
function ownerOf(asker: Asker, target: Target): Who {
  const own = asker === 'anonymous' ? 'editor' : asker;
  return target === 'own' ? own : own === 'editor' ? 'editor2' : 'editor';
}

const text = 'One sentence stands here for all. Another follows it.';
const newMark = { revision: 1, kind: 'claim', spans: [{ start: 0, end: 12 }] };

async function newArticle(owner: Who, isArchived: boolean) {
  const made = await desk.as(owner)('POST', '/api/articles', { body: { headline: 'Of access', text } });
  if (!isArchived) return made.body;
  const { id, version } = made.body;
  return (await desk.as(owner)('DELETE', `/api/articles/${id}`, { version })).body;
}

async function newAnnotation(owner: Who, isDeleted: boolean) {
  const { id } = await newArticle(owner, false);
  const made = await desk.as(owner)('POST', `/api/articles/${id}/annotations`, { body: newMark });
  if (!isDeleted) return made.body;
  return (await desk.as(owner)('DELETE', `/api/annotations/${made.body.id}`, { version: 1 })).body;
}

/** The admin who asks, or somebody new. */
async function personFor(target: Target) {
  const people = (await desk.as('admin')('GET', '/api/people')).body.items;
  if (target === 'own') return people.find(({ id }: { id: string }) => id === desk.idOf.admin);
  const body = { name: 'New', email: `${crypto.randomUUID()}@desk.test`, role: 'editor' };
  const made = (await desk.as('admin')('POST', '/api/people', { body })).body;
  if (target === 'others') return made;
  const sent = { version: made.version, body: { disabled: true } };
  return (await desk.as('admin')('PATCH', `/api/people/${made.id}`, sent)).body;
}

type Thing = { readonly id: string; readonly version: number };

/** What each operation is done to, and what is sent with it. */
const asked: Readonly<
  Record<OperationName, { on?: 'article' | 'annotation' | 'person'; query?: string; body?: () => unknown }>
> = {
  readHealth: {},
  readReady: {},
  readMe: {},
  listPeople: {},
  createPerson: {
    body: () => ({ name: 'Somebody', email: `${crypto.randomUUID()}@desk.test`, role: 'editor' }),
  },
  changePerson: { on: 'person', body: () => ({ name: 'Another Name' }) },
  invitePerson: { on: 'person' },
  setUpPassword: { body: () => ({ token: 'unknown', password: 'a long enough phrase' }) },
  readSettings: {},
  changeSettings: { body: () => ({ timeZone: 'Europe/Paris' }) },
  listArticles: {},
  createArticle: { body: () => ({ headline: 'Fresh', text }) },
  findTwins: { query: `?sha256=${'0'.repeat(64)}` },
  readArticle: { on: 'article' },
  changeArticle: { on: 'article', body: () => ({ desk: 'Politics' }) },
  archiveArticle: { on: 'article' },
  restoreArticle: { on: 'article' },
  listAnnotations: { on: 'article' },
  createAnnotation: { on: 'article', body: () => newMark },
  readAnnotation: { on: 'annotation' },
  changeAnnotation: { on: 'annotation', body: () => ({ note: 'Seen.' }) },
  deleteAnnotation: { on: 'annotation' },
  restoreAnnotation: { on: 'annotation' },
  readAnnotationHistory: { on: 'annotation' },
  reviewAnnotation: { on: 'annotation', body: () => ({ decision: 'approve' }) },
  exportArticle: { on: 'article' },
  followArticle: { on: 'article' },
  followDesk: {},
  tellPresence: { on: 'article', body: () => ({ selection: null }) },
};

async function thingFor(name: OperationName, asker: Asker, target: Target): Promise<Thing | undefined> {
  const { on } = asked[name];
  if (on === undefined) return undefined;
  switch (on) {
    case 'article':
      return newArticle(ownerOf(asker, target), target === 'deleted');
    case 'annotation':
      return newAnnotation(ownerOf(asker, target), target === 'deleted');
    case 'person':
      return personFor(target);
  }
}

function addressOf(op: Operation, name: OperationName, thing: Thing | undefined): string {
  const path = op.path.replace('[id]', thing?.id ?? '').replace('[format]', 'csv');
  return `${path}${asked[name].query ?? ''}`;
}

function sentWith(op: Operation, name: OperationName, thing: Thing | undefined): Sent {
  const body = asked[name].body?.();
  return {
    ...(body === undefined ? {} : { body }),
    ...(op.versioned && thing !== undefined ? { version: thing.version } : {}),
  };
}

const names = Object.keys(operations) as OperationName[];

describe.each(names)('%s', (name) => {
  const op: Operation = operations[name];

  it.each(askers)('answers %s as the table says', async (asker) => {
    for (const [place, target] of targets.entries()) {
      const thing = await thingFor(name, asker, target);
      const answer = await clientOf(asker)(op.method, addressOf(op, name, thing), sentWith(op, name, thing));
      expect([target, answer.status]).toEqual([target, accessTable[name][asker][place]]);
    }
  });
});

describe('the routes', () => {
  it('carry every operation at its own address, and no other', async () => {
    const carried: string[] = [];
    for (const folder of routeFolders.filter((path) => !outside.includes(path))) {
      const file = await routeFile(folder);
      for (const method of methods) {
        const { operation } = file[method] ?? {};
        if (operation === undefined) continue;
        expect([operation.method, operation.path]).toEqual([method, `/api/${folder}`]);
        carried.push(`${method} ${operation.path}`);
      }
    }
    const declared = names.map((name) => `${operations[name].method} ${operations[name].path}`);
    expect(carried.sort()).toEqual(declared.sort());
  });

  it.each(routeFolders)('%s answers every method', async (folder) => {
    expect(Object.keys(await routeFile(folder))).toEqual(expect.arrayContaining([...methods]));
  });

  it('tell a stranger nothing but 401, whatever the method and address', async () => {
    const open = new Set(
      names.filter((name) => operations[name].who === 'anyone').map((name) => operations[name].path),
    );
    const known = routeFolders.filter((folder) => folder !== outside[0]).map((folder) => `/api/${folder}`);
    for (const path of [...known, '/api', '/api/nothing', '/api/articles/import'].filter(
      (path) => !open.has(path),
    )) {
      for (const method of methods) {
        const { status, body } = await desk.anonymous(method, path.replaceAll(/\[.*?\]+/g, 'x'));
        expect([path, method, status, body.code]).toEqual([path, method, 401, 'not-signed-in']);
      }
    }
  });
});

describe('addresses that name nothing', () => {
  const editor = () => desk.as('editor');

  it.each([
    '/api',
    '/api/nothing',
    '/api/articles/import',
    '/api/articles/import/annotations',
    '/api/annotations/not-an-id',
    '/api/articles/00000000-0000-4000-8000-000000000000/revisions',
    '/api/articles/00000000-0000-4000-8000-000000000000/export/docx',
    '/api/review-queue',
    '/api/openapi.json',
    '/api/auth/unknown',
  ])('%s is 404 for every method', async (address) => {
    for (const method of methods) {
      const { status, body } = await editor()(method, address, { version: 1 });
      expect([method, status, body.code]).toEqual([method, 404, 'not-found']);
    }
  });

  it('methods that an address lacks are 405 and name those it has', async () => {
    const { status, headers, body } = await editor()('DELETE', '/api/articles');
    expect([status, body.code, headers.get('allow')]).toEqual([
      405,
      'method-not-allowed',
      'GET, POST, HEAD, OPTIONS',
    ]);
    const told = await editor()('OPTIONS', '/api/articles');
    expect([told.status, told.headers.get('allow')]).toEqual([204, 'GET, POST, HEAD, OPTIONS']);
  });
});
