import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBreak } from '@/db/changes';
import { countMarks } from '@/domain/workflow';
import { type Answered, type Desk, openDesk, type Who } from './fixtures/desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const text = 'LONDON — He said “we will stay” on Friday.\n\nNobody left the room, she said.';
let article: { readonly id: string; readonly slug: string; readonly revision: { readonly text: string } };
let annotations: string;

beforeEach(async () => {
  const body = { headline: 'They stay', text };
  article = (await desk.as('editor')('POST', '/api/articles', { body })).body;
  annotations = `/api/articles/${article.slug}/annotations`;
});

function spanOf(words: string) {
  const start = article.revision.text.indexOf(words);
  return { start, end: start + words.length };
}

async function make(who: Who = 'editor', sent: object = {}): Promise<Answered> {
  const body = { revision: 1, kind: 'quote', spans: [spanOf('we will stay')], ...sent };
  return desk.as(who)('POST', annotations, { body });
}

function review(who: Who, { id, version }: { id: string; version: number }, body: object): Promise<Answered> {
  return desk.as(who)('POST', `/api/annotations/${id}/reviews`, { body, version });
}

function patch(who: Who, { id, version }: { id: string; version: number }, body: object): Promise<Answered> {
  return desk.as(who)('PATCH', `/api/annotations/${id}`, { body, version });
}

async function summary() {
  const { counts, status, seq, version } = (await desk.as('editor')('GET', `/api/articles/${article.id}`))
    .body;
  return { ...counts.byStatus, status, seq, version };
}

describe('marks', () => {
  it('are made with the words they stand on, and listed in text order', async () => {
    const late = await make('editor', { kind: 'claim', spans: [spanOf('Nobody left')], labels: ['room'] });
    const early = await make();
    expect(early).toMatchObject({
      status: 201,
      body: {
        kind: 'quote',
        spans: [{ exact: 'we will stay' }],
        details: { directness: 'direct' },
        status: 'pending',
        anchor: 'inPlace',
        author: { id: desk.idOf.editor, name: 'Test editor' },
        version: 1,
      },
    });
    expect(early.headers.get('etag')).toBe('"1"');
    const list = await desk.as('editor2')('GET', annotations);
    expect(list.body).toEqual({ items: [early.body, late.body], seq: 3 });
    const marks = await desk.as('editor2')('GET', `${annotations}?view=marks&kind=claim`);
    expect(marks.body).toEqual({
      items: [
        {
          id: late.body.id,
          spans: [spanOf('Nobody left')],
          kind: 'claim',
          status: 'pending',
          authorId: desk.idOf.editor,
          version: 1,
        },
      ],
      seq: 3,
    });
  });

  it('are filtered by kind, status, author and deletion', async () => {
    const mine = (await make()).body;
    const theirs = (await make('editor2', { kind: 'event' })).body;
    const approved = (await review('reviewer', mine, { decision: 'approve' })).body;
    const gone = (await make('editor2', { kind: 'claim' })).body;
    await desk.as('editor')('DELETE', `/api/annotations/${gone.id}`, { version: 1 });
    const ids = async (query: string) =>
      (await desk.as('editor')('GET', `${annotations}?${query}`)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await ids('kind=event')).toEqual([theirs.id]);
    expect(await ids('status=approved')).toEqual([approved.id]);
    expect(await ids(`author=${desk.idOf.editor2}`)).toEqual([theirs.id]);
    expect(await ids('deleted=true')).toEqual([gone.id]);
    expect(await ids('revision=2')).toEqual([]);
  });

  it('keep the id that the client made, and only once', async () => {
    const id = '018f0000-0000-7000-8000-00000000ABCD';
    const made = await make('editor', { id });
    expect([made.status, made.body.id]).toEqual([201, id.toLowerCase()]);
    const again = await make('editor2', { id });
    expect([again.status, again.body.code]).toEqual([409, 'id-taken']);
    expect(again.body.current).toEqual(made.body);
  });

  it('merge what is changed, and nothing is written when nothing changes', async () => {
    const { body } = await make('editor', { labels: ['a', 'b'], note: 'Look.' });
    const named = await patch('editor2', body, {
      details: { speaker: { name: 'Ann', role: 'mayor' }, cue: 'said' },
    });
    expect(named.body).toMatchObject({ version: 2, lastChangedBy: { id: desk.idOf.editor2 } });
    const mended = await patch('editor', named.body, {
      details: { speaker: { role: null }, cue: null },
      labels: ['b'],
      note: null,
    });
    expect(mended.body).toMatchObject({
      version: 3,
      labels: ['b'],
      details: { directness: 'direct', speaker: { name: 'Ann' } },
    });
    expect(mended.body.note).toBeUndefined();
    const same = await patch('editor2', mended.body, { labels: ['b'] });
    expect([same.status, same.body]).toEqual([200, mended.body]);
    expect((await summary()).seq).toBe(4);
  });

  it('do not change who changed them last when only the note does', async () => {
    const { body } = await make();
    const noted = await patch('editor2', body, { note: 'Heard it too.' });
    expect(noted.body).toMatchObject({ version: 2, lastChangedBy: { id: desk.idOf.editor } });
  });

  it('are refused with what stands now when somebody was faster', async () => {
    const { body } = await make();
    const first = await patch('editor', body, { note: 'One' });
    const second = await patch('editor2', body, { note: 'Two' });
    expect([second.status, second.body.code]).toEqual([412, 'stale']);
    expect(second.body.current).toEqual(first.body);
  });

  it('are deleted softly and come back under the same id', async () => {
    const { body } = await make();
    const editor = desk.as('editor2');
    const gone = await editor('DELETE', `/api/annotations/${body.id}`, { version: 1 });
    expect(gone.body).toMatchObject({ id: body.id, version: 2, deletedAt: expect.any(String) });
    expect((await editor('GET', annotations)).body.items).toEqual([]);
    expect((await editor('GET', `/api/annotations/${body.id}`)).body).toEqual(gone.body);
    const changed = await patch('editor', gone.body, { note: 'Late' });
    expect([changed.status, changed.body.code, changed.body.current.id]).toEqual([409, 'deleted', body.id]);
    const back = await editor('POST', `/api/annotations/${body.id}/restore`);
    expect(back.body).toMatchObject({ id: body.id, version: 3 });
    expect(back.body.deletedAt).toBeUndefined();
    const twice = await editor('POST', `/api/annotations/${body.id}/restore`);
    expect([twice.status, twice.body]).toEqual([200, back.body]);
  });

  it('of an archived article stay as they are', async () => {
    const { body } = await make();
    await desk.as('editor')('DELETE', `/api/articles/${article.id}`, { version: 1 });
    const answers = [
      await make(),
      await patch('editor', body, { note: 'Late' }),
      await review('reviewer', body, { decision: 'approve' }),
      await desk.as('editor')('DELETE', `/api/annotations/${body.id}`, { version: 1 }),
    ];
    expect(answers.map(({ status, body: { code } }) => [status, code])).toEqual(
      answers.map(() => [409, 'archived']),
    );
  });

  it('tell their history, oldest first, page by page', async () => {
    const { body } = await make();
    const noted = await patch('editor2', body, { note: 'Heard.' });
    await review('reviewer', noted.body, { decision: 'approve' });
    const address = `/api/annotations/${body.id}/history`;
    const first = await desk.as('editor')('GET', `${address}?limit=2`);
    const rest = await desk.as('editor')('GET', `${address}?limit=2&cursor=${first.body.nextCursor}`);
    expect(rest.body.nextCursor).toBeNull();
    const told = [...first.body.items, ...rest.body.items];
    expect(told.map(({ action, by, position }) => [action, by.name, position])).toEqual([
      ['annotation.created', 'Test editor', 2],
      ['annotation.changed', 'Test editor2', 3],
      ['annotation.reviewed', 'Test reviewer', 4],
    ]);
    expect(told[0]).toMatchObject({ articleId: article.id, subjectId: body.id, before: null, after: body });
  });
});

describe('decisions', () => {
  it('are bound to the version that was shown, so that two cannot both decide', async () => {
    const { body } = await make();
    const [first, second] = await Promise.all([
      review('reviewer', body, { decision: 'approve' }),
      review('reviewer2', body, { decision: 'reject', reason: 'wrong-span' }),
    ]);
    expect([first.status, second.status].sort()).toEqual([201, 412]);
  });

  it('are replaced by a newer one, of somebody else or of the same person', async () => {
    const { body } = await make();
    const approved = await review('reviewer', body, { decision: 'approve' });
    const rejected = await review('reviewer2', approved.body, { decision: 'reject', reason: 'no-source' });
    expect(rejected.body).toMatchObject({
      status: 'rejected',
      review: { reason: 'no-source', by: { id: desk.idOf.reviewer2 } },
    });
    const sentBack = await review('reviewer2', rejected.body, {
      decision: 'requestChanges',
      reason: 'other',
      note: 'Who?',
    });
    expect(sentBack.body).toMatchObject({ status: 'changesRequested', version: 4, review: { note: 'Who?' } });
  });

  it('need a reason unless they approve', async () => {
    const { body } = await make();
    for (const decision of ['reject', 'requestChanges']) {
      const answer = await review('reviewer', body, { decision });
      expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'reason']);
    }
  });

  it('are not for whoever made or last changed the mark', async () => {
    const own = await review('reviewer', (await make('reviewer')).body, { decision: 'approve' });
    expect([own.status, own.body.code, own.body.detail]).toEqual([
      403,
      'four-eyes',
      'You made this mark; another reviewer has to decide on it.',
    ]);
    const changed = await patch('reviewer', (await make()).body, { labels: ['mended'] });
    const fixed = await review('reviewer', changed.body, { decision: 'approve' });
    expect([fixed.status, fixed.body.code]).toEqual([403, 'four-eyes']);
    expect((await review('reviewer2', changed.body, { decision: 'approve' })).status).toBe(201);
    const admins = await review('admin', (await make('admin')).body, { decision: 'approve' });
    expect(admins.status).toBe(403);
  });

  it('are for everybody on a one-person desk, and the log says so', async () => {
    const admin = desk.as('admin');
    await admin('PATCH', '/api/settings', { body: { onePersonDesk: true } });
    const own = await review('reviewer', (await make('reviewer')).body, { decision: 'approve' });
    await admin('PATCH', '/api/settings', { body: { onePersonDesk: false } });
    expect(own.status).toBe(201);
    const again = await review('reviewer', (await make('reviewer')).body, { decision: 'approve' });
    expect(again.status).toBe(403);
  });

  it('fall at any later change, say what they were about, and stand again when it is taken back', async () => {
    const approved = await review('reviewer', (await make()).body, { decision: 'approve' });
    const changed = await patch('editor', approved.body, { labels: ['new'] });
    expect(changed.body).toMatchObject({ status: 'pending', reopenedFrom: { kind: 'quote', labels: [] } });
    const read = await desk.as('editor')('GET', `/api/annotations/${changed.body.id}`);
    expect(read.body).toEqual(changed.body);
    expect(await summary()).toMatchObject({ pending: 1, approved: 0, status: 'drafting' });
    const back = await patch('editor', changed.body, { labels: null });
    expect(back.body.status).toBe('approved');
    expect(back.body.reopenedFrom).toBeUndefined();
    expect(await summary()).toMatchObject({ pending: 0, approved: 1, status: 'ready' });
  });

  it('are withdrawn by whoever took them, and by nobody else', async () => {
    const { body } = await make();
    const nothing = await review('reviewer', body, { decision: 'withdraw' });
    expect([nothing.status, nothing.body.code]).toEqual([409, 'conflict']);
    const approved = await review('reviewer', body, { decision: 'approve' });
    const others = await review('reviewer2', approved.body, { decision: 'withdraw' });
    expect([others.status, others.body.code]).toEqual([403, 'forbidden']);
    const withdrawn = await review('reviewer', approved.body, { decision: 'withdraw' });
    expect(withdrawn.body).toMatchObject({ status: 'pending', version: 3 });
    expect(withdrawn.body.review).toBeUndefined();
    expect((await desk.as('editor')('GET', `/api/annotations/${body.id}`)).body).toEqual(withdrawn.body);
  });
});

it('counts, status and log stay what the marks say, whatever happens to them', async () => {
  const marks = [
    await make(),
    await make('editor2', { kind: 'claim' }),
    await make('editor2', { kind: 'event' }),
  ];
  const [quote, claim, event] = marks.map(({ body }) => body);
  await review('reviewer', quote, { decision: 'approve' });
  expect(await summary()).toMatchObject({ status: 'inReview' });
  await review('reviewer', claim, { decision: 'reject', reason: 'not-checkable' });
  await desk.as('editor')('DELETE', `/api/annotations/${event.id}`, { version: 1 });
  expect(await summary()).toMatchObject({ status: 'ready', pending: 0, version: 1 });
  await desk.as('editor')('POST', `/api/annotations/${event.id}/restore`);
  await patch('editor', { ...claim, version: 2 }, { kind: 'quote', details: { directness: 'indirect' } });
  const { items, seq } = (await desk.as('editor')('GET', annotations)).body;
  const { counts } = (await desk.as('editor')('GET', `/api/articles/${article.id}`)).body;
  expect(counts).toEqual(countMarks(items));
  expect(seq).toBe(9);
  expect(await findBreak(desk.house.db.sql, article.id)).toBeUndefined();
});
