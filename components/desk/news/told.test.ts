import { describe, expect, it, test } from 'vitest';
import { nora, quoteMark, rhea } from '@/components/data/unsent-examples';
import { deleteAnnotation } from '@/domain/annotating';
import type { Annotation } from '@/domain/annotation';
import type { Change, ChangeAction } from '@/domain/change';
import { countWords, nextTold, tellWords, toldOf } from './told';

const at = '2025-03-02T09:00:00.000Z';

function changeBy(
  by = rhea,
  action: ChangeAction = 'annotation.created',
  after: object = quoteMark(1),
): Change {
  return {
    seq: 7,
    position: 3,
    action,
    subjectId: quoteMark(1).id,
    by,
    at,
    before: null,
    after: { ...after },
  };
}

const reviewed = (decision: 'approve' | 'reject' | 'requestChanges'): Annotation => ({
  ...quoteMark(1),
  review: { decision, by: rhea, at },
});

const sentences: readonly (readonly [ChangeAction, object, string])[] = [
  ['annotation.created', quoteMark(1), 'Rhea marked a quote'],
  [
    'annotation.changed',
    { ...quoteMark(1), kind: 'event', details: { title: 'Talks' } },
    'Rhea changed an event',
  ],
  ['annotation.deleted', deleteAnnotation(quoteMark(1), { at }), 'Rhea deleted a quote'],
  ['annotation.restored', quoteMark(1), 'Rhea brought back a quote'],
  ['annotation.reviewed', reviewed('approve'), 'Rhea approved a quote'],
  ['annotation.reviewed', reviewed('reject'), 'Rhea rejected a quote'],
  ['annotation.reviewed', reviewed('requestChanges'), 'Rhea requested changes of a quote'],
  ['annotation.reviewed', quoteMark(1), 'Rhea took back a decision on a quote'],
  ['article.changed', { headline: 'Talks go on' }, 'Rhea changed the article'],
];

test.each(sentences)('one %s is told as it is', (action, after, sentence) => {
  expect(tellWords(toldOf([changeBy(rhea, action, after)], nora.id))).toBe(sentence);
});

describe('several changes', () => {
  it('are counted, with the name of the one who made all of them', () => {
    expect(tellWords(toldOf([changeBy(), changeBy(), changeBy()], nora.id))).toBe('3 changes by Rhea');
  });

  it('are counted with the number of people who made them', () => {
    const noor = { id: '00000000-0000-4000-8000-000000000003', name: 'Noor' };
    expect(countWords(toldOf([changeBy(), changeBy(noor), changeBy()], nora.id))).toBe(
      '3 changes by two people',
    );
  });

  it('leave out what the person did themselves, in whichever window', () => {
    expect(tellWords(toldOf([changeBy(nora)], nora.id))).toBeUndefined();
    expect(countWords(toldOf([changeBy(nora), changeBy()], nora.id))).toBe('1 change by Rhea');
  });
});

describe('walking through changes', () => {
  const order = [1, 2, 3].map((place) => quoteMark(place).id);
  const [one, two, three] = order;
  const told = [quoteMark(1), quoteMark(3)].flatMap((mark) =>
    toldOf([changeBy(rhea, undefined, mark)], nora.id),
  );

  it('goes on from the chosen mark in the order of the text, and from the top after the last', () => {
    expect(nextTold(told, order, undefined)).toBe(one);
    expect(nextTold(told, order, one)).toBe(three);
    expect(nextTold(told, order, two)).toBe(three);
    expect(nextTold(told, order, three)).toBe(one);
  });

  it('finds nothing where what was changed does not stand any more', () => {
    const gone = toldOf(
      [changeBy(rhea, 'annotation.deleted', deleteAnnotation(quoteMark(2), { at }))],
      nora.id,
    );
    expect(nextTold(gone, order, one)).toBeUndefined();
  });
});
