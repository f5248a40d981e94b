import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeAnnotation, makeAnnotation } from '@/domain/annotating';
import type { AnnotationPatch } from '@/domain/annotation';
import { draftOf, patchOf } from './details-draft';
import { cameInto, decideDraft, followDraft } from './follow-draft';

const text = 'He said “we will stay” on Friday.';
const nora = { id: '00000000-0000-4000-8000-000000000001', name: 'Nora' };
const act = { text, by: nora, at: '2025-03-02T09:00:00.000Z' };
const opened = makeAnnotation(
  {
    revision: 1,
    kind: 'quote',
    spans: [{ start: 9, end: 21 }],
    details: { directness: 'direct', speaker: { name: 'Keir Starmer', role: 'prime minister' }, cue: 'said' },
    note: 'Hm.',
  },
  { id: '00000000-0000-4000-8000-00000000000a', articleId: '00000000-0000-4000-8000-00000000000b' },
  act,
);
const changed = (patch: AnnotationPatch, of = opened) => changeAnnotation(of, patch, act);
const typed = (values: Record<string, string>, rest: { note?: string; labels?: string } = {}) => {
  const draft = draftOf(opened);
  return { opened, draft: { ...draft, ...rest, values: { ...draft.values, ...values } } };
};

describe('an open form', () => {
  it('follows in the fields that nobody typed into, and keeps the others', () => {
    const mark = changed({ details: { saidTo: 'BBC News', verbatim: 'agency' }, note: null });
    const { opened: seen, draft, clashes } = followDraft(typed({ cue: 'told' }), mark);
    expect(clashes).toEqual([]);
    expect(seen).toBe(mark);
    expect(draft).toMatchObject({
      note: '',
      values: { cue: 'told', saidTo: 'BBC News', verbatim: 'agency' },
    });
    expect(patchOf(seen, draft)).toEqual({ details: { cue: 'told' } });
    expect(cameInto({ opened: seen, draft }, opened, mark)).toEqual([
      'details.saidTo',
      'details.verbatim',
      'note',
    ]);
  });

  it('shows theirs where both wrote, and counts from what was seen, so that nothing is replaced unseen', () => {
    const mark = changed({ details: { cue: 'told', saidTo: 'BBC News' } });
    const followed = followDraft(typed({ cue: 'added' }), mark);
    expect(followed.clashes).toEqual([
      { field: 'details.cue', before: 'said', theirs: 'told', mine: 'added' },
    ]);
    expect(followed.opened).toMatchObject({
      version: opened.version,
      details: { cue: 'said', saidTo: 'BBC News' },
    });
    expect(followed.draft.values).toMatchObject({ cue: 'added', saidTo: 'BBC News' });
  });

  it('holds a person as one field: their role does not come into my name', () => {
    const mark = changed({ details: { speaker: { role: 'minister' } } });
    const { clashes, draft } = followDraft(typed({ 'speaker.name': 'Starmer' }), mark);
    expect(clashes.map(({ field }) => field)).toEqual(['details.speaker']);
    expect(draft.values).toMatchObject({ 'speaker.name': 'Starmer', 'speaker.role': 'prime minister' });
  });

  it('becomes the form of another kind while no detail was typed, and keeps the note that was', () => {
    const mark = changed({ kind: 'claim', details: { statement: 'They stay.' } });
    const { draft, clashes } = followDraft(typed({}, { note: 'Who?' }), mark);
    expect(clashes).toEqual([]);
    expect(draft).toMatchObject({ kind: 'claim', note: 'Who?', values: { statement: 'They stay.' } });
  });

  it('stays the form of its kind when details were typed, until the person chooses', () => {
    const mark = changed({ kind: 'claim', details: { statement: 'They stay.' } });
    const followed = followDraft(typed({ cue: 'told' }), mark);
    expect(followed.clashes.map(({ field }) => field)).toEqual(['kind']);
    expect(followed.draft.kind).toBe('quote');
    const theirs = followDraft(decideDraft(followed, mark, { field: 'kind', take: 'theirs' }), mark);
    expect(patchOf(theirs.opened, theirs.draft)).toEqual({});
    const mine = followDraft(decideDraft(followed, mark, { field: 'kind', take: 'mine' }), mark);
    expect(changed(patchOf(mine.opened, mine.draft), mark)).toMatchObject({
      kind: 'quote',
      details: { directness: 'direct', cue: 'told' },
    });
  });

  it('asks again when what was chosen over changes once more', () => {
    const mark = changed({ details: { cue: 'told' } });
    const kept = decideDraft(followDraft(typed({ cue: 'added' }), mark), mark, {
      field: 'details.cue',
      take: 'mine',
    });
    expect(followDraft(kept, mark).clashes).toEqual([]);
    expect(followDraft(kept, changed({ details: { cue: 'cried' } }, mark)).clashes).toHaveLength(1);
  });
});

const words = fc.constantFrom('', 'said', 'told', 'added');
const details = fc.record({ cue: words, saidTo: words, 'speaker.role': words });
const theirs = fc.record(
  {
    cue: fc.constantFrom('told', 'cried', null),
    saidTo: fc.constantFrom('BBC News', 'told'),
    speaker: fc.constantFrom({ role: 'minister' }, null),
  },
  { requiredKeys: [] },
);

describe('whatever others do and a person types', () => {
  it('is settled by one look: looking again changes nothing', () => {
    fc.assert(
      fc.property(details, theirs, (mine, their) => {
        const mark = changed({ details: their });
        const once = followDraft(typed(mine), mark);
        const twice = followDraft(once, mark);
        expect(twice.draft).toEqual(once.draft);
        expect(twice.clashes).toEqual(once.clashes);
      }),
    );
  });

  it('nothing typed is lost, and what is saved is what the form showed', () => {
    fc.assert(
      fc.property(details, theirs, fc.infiniteStream(fc.boolean()), (mine, their, coins) => {
        const start = typed(mine);
        const mark = changed({ details: their });
        let followed = followDraft(start, mark);
        for (const { field } of followed.clashes) {
          const name = field.slice('details.'.length);
          const paths = Object.keys(start.draft.values).filter((path) => path.split('.')[0] === name);
          for (const path of paths) expect(followed.draft.values[path]).toBe(start.draft.values[path]);
        }
        while (followed.clashes[0] !== undefined) {
          const take = coins.next().value === true ? 'mine' : 'theirs';
          const choice = { field: followed.clashes[0].field, take } as const;
          followed = followDraft(decideDraft(followed, mark, choice), mark);
        }
        const saved = changed(patchOf(followed.opened, followed.draft), mark);
        expect(trimmed(followed.draft)).toEqual(trimmed(draftOf(saved)));
      }),
    );
  });
});

function trimmed({ values, ...rest }: ReturnType<typeof draftOf>) {
  return {
    ...rest,
    values: Object.fromEntries(Object.entries(values).map(([path, value]) => [path, value.trim()])),
  };
}
