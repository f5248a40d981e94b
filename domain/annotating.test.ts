import { describe, expect, it } from 'vitest';
import {
  changeAnnotation,
  decidedOn,
  deleteAnnotation,
  makeAnnotation,
  restoreAnnotation,
  reviewAnnotation,
} from '@/domain/annotating';
import type { Annotation } from '@/domain/annotation';
import { isRefusal } from '@/domain/refusal';

const text = 'He said “we will stay” on Friday. Nobody left. He said it again.';
const nora = { id: '00000000-0000-4000-8000-000000000001', name: 'Nora' };
const rhea = { id: '00000000-0000-4000-8000-000000000002', name: 'Rhea' };
const place = {
  id: '00000000-0000-4000-8000-00000000000a',
  articleId: '00000000-0000-4000-8000-00000000000b',
};
const morning = { text, by: nora, at: '2025-03-02T09:00:00.000Z' };
const noon = { text, by: rhea, at: '2025-03-02T12:00:00.000Z' };

function madeQuote(): Annotation {
  return makeAnnotation({ revision: 1, kind: 'quote', spans: [{ start: 9, end: 21 }] }, place, morning);
}

function refusalOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (isRefusal(error)) return { code: error.code, errors: error.extras.errors };
    throw error;
  }
  return undefined;
}

describe('making a mark', () => {
  it('takes the words from the text and what follows from them', () => {
    expect(madeQuote()).toMatchObject({
      spans: [{ exact: 'we will stay', prefix: 'He said “', suffix: '” on Friday. Nobody left. He sai' }],
      details: { directness: 'direct' },
      status: 'pending',
      author: nora,
      version: 1,
    });
  });

  it('names the place of a detail that does not fit, and of one that is not known', () => {
    const details = { speaker: { name: ' ' }, tone: 'angry' };
    const spans = [{ start: 9, end: 21 }];
    expect(
      refusalOf(() => makeAnnotation({ revision: 1, kind: 'quote', spans, details }, place, morning)),
    ).toEqual({
      code: 'invalid',
      errors: [
        { path: 'details.directness', message: expect.any(String) },
        { path: 'details.speaker.name', message: 'is empty' },
        { path: 'details.tone', message: 'is not known here' },
      ],
    });
  });
});

describe('changing a mark', () => {
  it('merges details by field, and null removes', () => {
    const named = changeAnnotation(
      madeQuote(),
      { details: { speaker: { name: 'Keir Starmer', role: 'prime minister' }, cue: 'said' } },
      noon,
    );
    const mended = changeAnnotation(named, { details: { speaker: { role: null }, cue: null } }, noon);
    expect(mended.details).toEqual({ directness: 'direct', speaker: { name: 'Keir Starmer' } });
    expect(mended).toMatchObject({ version: 3, lastChangedBy: rhea, author: nora });
  });

  it('brings the details of a new kind', () => {
    expect(changeAnnotation(madeQuote(), { kind: 'event' }, noon)).toMatchObject({
      kind: 'event',
      details: { title: 'we will stay' },
    });
  });

  it('leaves who changed it last alone when only the note changes', () => {
    expect(changeAnnotation(madeQuote(), { note: 'Check the recording.' }, noon)).toMatchObject({
      lastChangedBy: nora,
      note: 'Check the recording.',
      version: 2,
    });
  });
});

describe('deciding on a mark', () => {
  const approved = reviewAnnotation(madeQuote(), { decision: 'approve' }, noon);

  it('binds the decision to what the mark was', () => {
    expect(approved).toMatchObject({ status: 'approved', review: { decision: 'approve', by: rhea } });
    expect(approved.reopenedFrom).toBeUndefined();
  });

  it('re-opens at any later change, and closes again when the change is taken back', () => {
    const changed = changeAnnotation(approved, { details: { cue: 'told' } }, morning);
    expect(changed).toMatchObject({ status: 'pending', reopenedFrom: { details: { directness: 'direct' } } });
    expect(changed.reopenedFrom).toEqual(decidedOn(approved));
    const back = changeAnnotation(changed, { details: { cue: null } }, morning);
    expect(back.status).toBe('approved');
    expect(back.reopenedFrom).toBeUndefined();
  });

  it('stays approved when the note changes', () => {
    expect(changeAnnotation(approved, { note: 'Good one.' }, morning).status).toBe('approved');
  });

  it('is open again once the decision is withdrawn', () => {
    const withdrawn = reviewAnnotation(approved, { decision: 'withdraw' }, noon);
    expect(withdrawn.status).toBe('pending');
    expect(withdrawn.review).toBeUndefined();
  });
});

it('a deleted mark comes back as it was', () => {
  const mark = madeQuote();
  const gone = deleteAnnotation(mark, noon);
  expect(gone).toMatchObject({ deletedAt: noon.at, version: 2 });
  expect(restoreAnnotation(gone, noon)).toEqual({ ...mark, updatedAt: noon.at, version: 3 });
});
