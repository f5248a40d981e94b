import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeAnnotation, makeAnnotation } from '@/domain/annotating';
import type { Annotation, AnnotationPatch } from '@/domain/annotation';
import { differences, isSame, type MarkField } from '@/domain/differences';
import { type Choice, decideBetween, meetMarks } from '@/domain/mark-meeting';
import type { MetField } from '@/domain/meeting';

const text = 'He said “we will stay” on Friday. Nobody left. He said it again.';
const nora = { id: '00000000-0000-4000-8000-000000000001', name: 'Nora' };
const place = {
  id: '00000000-0000-4000-8000-00000000000a',
  articleId: '00000000-0000-4000-8000-00000000000b',
};
const act = { text, by: nora, at: '2025-03-02T09:00:00.000Z' };
const before = makeAnnotation(
  { revision: 1, kind: 'quote', spans: [{ start: 9, end: 21 }], details: { directness: 'direct' } },
  place,
  act,
);
const changed = (patch: AnnotationPatch) => changeAnnotation(before, patch, act);

const cases: readonly {
  readonly name: string;
  readonly theirs: AnnotationPatch;
  readonly mine: AnnotationPatch;
  readonly clashes: readonly MarkField[];
}[] = [
  {
    name: 'different details',
    theirs: { details: { saidTo: 'BBC' } },
    mine: { details: { cue: 'told' } },
    clashes: [],
  },
  { name: 'the same made of one field', theirs: { note: 'Hm.' }, mine: { note: 'Hm.' }, clashes: [] },
  {
    name: 'another thing made of one field, another apart',
    theirs: { details: { cue: 'told' }, note: 'Hm.' },
    mine: { details: { cue: 'said' }, labels: ['defence'] },
    clashes: ['details.cue'],
  },
  {
    name: 'both resized it',
    theirs: { spans: [{ start: 9, end: 16 }] },
    mine: { spans: [{ start: 12, end: 21 }] },
    clashes: ['spans'],
  },
  { name: 'labels that both added', theirs: { labels: ['a'] }, mine: { labels: ['b'] }, clashes: ['labels'] },
  {
    name: 'a kind that they gave, details that I filled in',
    theirs: { kind: 'claim' },
    mine: { details: { cue: 'said' } },
    clashes: ['kind'],
  },
  {
    name: 'a kind that they gave, a note of mine',
    theirs: { kind: 'claim' },
    mine: { note: 'Hm.' },
    clashes: [],
  },
  {
    name: 'two kinds',
    theirs: { kind: 'claim' },
    mine: { kind: 'event', details: { title: 'Stay' } },
    clashes: ['kind'],
  },
  {
    name: 'one new kind, with details that differ in one field',
    theirs: { kind: 'claim', details: { statement: 'They stay.', rating: 'true' } },
    mine: { kind: 'claim', details: { statement: 'They will stay.', type: 'promise' } },
    clashes: ['details.statement'],
  },
  {
    name: 'a note taken away and a note changed',
    theirs: { note: null },
    mine: { note: 'Hm.' },
    clashes: [],
  },
];

describe('two changes of one mark', () => {
  it.each(cases)('clash where both touched it: $name', ({ theirs, mine, clashes }) => {
    const meeting = meetMarks(before, changed(theirs), changed(mine));
    expect(meeting.clashes.map(({ field }) => field)).toEqual(clashes);
  });
});

const choiceOf = <T>(...values: T[]) => fc.constantFrom(...values);
const quoteDetails = fc.record(
  {
    cue: choiceOf('said', 'told', null),
    saidTo: choiceOf('BBC', 'ARD'),
    speaker: choiceOf({ name: 'Starmer' }, { name: 'Starmer', role: 'PM' }, null),
  },
  { requiredKeys: [] },
);
const claimDetails = fc.record(
  { statement: choiceOf('They stay.', 'Nobody left.'), rating: choiceOf('true', 'false') },
  { requiredKeys: [] },
);
const rest = {
  spans: choiceOf([{ start: 9, end: 21 }], [{ start: 9, end: 16 }], [{ start: 12, end: 21 }]),
  labels: choiceOf(['a'], ['b'], ['a', 'b']),
  note: choiceOf('Hm.', 'Check.', null),
};
const patches = fc.oneof(
  fc.record({ details: quoteDetails, ...rest }, { requiredKeys: [] }),
  fc.record(
    { kind: fc.constant('claim' as const), details: claimDetails, ...rest },
    { requiredKeys: ['kind'] },
  ),
  fc.record({ kind: fc.constant('event' as const), details: fc.constant({ title: 'Stay' }) }),
) as fc.Arbitrary<AnnotationPatch>;

type Meet = typeof meetMarks;

/** Fields touched by one side only end as that side wanted; the others as chosen, and only where somebody chose. */
function lawUnder(meet: Meet) {
  return fc.property(patches, patches, fc.infiniteStream(fc.boolean()), (their, my, coins) => {
    const theirs = changed(their);
    const mine = changed(my);
    const meeting = meet(before, theirs, mine);
    const choices = meeting.clashes.map(({ field }): Choice => {
      const take = coins.next().value === true ? 'mine' : 'theirs';
      return { field, take };
    });
    const decided = decideBetween({ seen: before, wanted: mine }, theirs, choices);
    const left = meet(decided.seen, theirs, decided.wanted);
    expect(left.clashes).toEqual([]);
    const end = endOf(decided.seen, decided.wanted, theirs);
    for (const { field } of differences(before, end)) {
      const [wasTheirs, wasMine] = [isTouched(theirs, field), isTouched(mine, field)];
      if (!wasTheirs || !wasMine || isAlike(theirs, mine, field)) continue;
      const chosen = choices.find((choice) => choice.field === field || choice.field === 'kind');
      expect(chosen, `${field} was decided unseen`).toBeDefined();
    }
    for (const choice of choices) {
      const side = choice.take === 'mine' ? mine : theirs;
      expect(valueIn(end, choice.field)).toEqual(valueIn(side, choice.field));
    }
    for (const met of meeting.theirs) expect(readIn(end, met)).toEqual(met.theirs);
    for (const met of meeting.mine) expect(readIn(end, met)).toEqual(met.mine);
  });
}

/** Theirs with what is wanted other than seen: what a merge patch from one to the other makes of theirs. */
function endOf(seen: Annotation, wanted: Annotation, theirs: Annotation): Annotation {
  if (seen.kind !== wanted.kind)
    return { ...wantedOver(seen, wanted, theirs), kind: wanted.kind, details: wanted.details } as Annotation;
  const details = new Map<string, unknown>(Object.entries(theirs.details));
  for (const { field, after: value } of differences(seen, wanted)) {
    if (!field.startsWith('details.')) continue;
    if (value === undefined) details.delete(field.slice(8));
    else details.set(field.slice(8), value);
  }
  return { ...wantedOver(seen, wanted, theirs), details: Object.fromEntries(details) } as Annotation;
}

function wantedOver(seen: Annotation, wanted: Annotation, theirs: Annotation): Annotation {
  const pick = <K extends 'spans' | 'labels' | 'note'>(field: K) =>
    isSame(seen[field], wanted[field]) ? theirs[field] : wanted[field];
  return { ...theirs, spans: pick('spans'), labels: pick('labels'), note: pick('note') };
}

function isTouched(mark: Annotation, field: MarkField): boolean {
  return differences(before, mark).some((one) => one.field === field);
}

function isAlike(one: Annotation, other: Annotation, field: MarkField): boolean {
  if (field === 'kind') return one.kind === other.kind;
  return isSame(valueIn(one, field), valueIn(other, field));
}

/** The field as the meeting has it: a kind alone, or with all its details. */
function readIn(mark: Annotation, { field, theirs }: MetField<MarkField>): unknown {
  return field === 'kind' && typeof theirs === 'string' ? mark.kind : valueIn(mark, field);
}

function valueIn(mark: Annotation, field: MarkField): unknown {
  if (field === 'kind') return { kind: mark.kind, details: mark.details };
  if (field === 'spans' || field === 'labels' || field === 'note') return mark[field];
  return new Map<string, unknown>(Object.entries(mark.details)).get(field.slice(8));
}

describe('for any two changes of one state', () => {
  it('what one side touched ends as it wanted, what both touched ends as the person chose', () => {
    fc.assert(lawUnder(meetMarks), { numRuns: 1000 });
  });

  it('that is not so when nothing is held to clash', () => {
    const blind: Meet = (...sides) => {
      const { clashes, theirs, mine } = meetMarks(...sides);
      return { clashes: [], theirs, mine: [...mine, ...clashes] };
    };
    expect(() => fc.assert(lawUnder(blind), { numRuns: 1000 })).toThrow(/Property failed/);
  });
});
