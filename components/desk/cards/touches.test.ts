import { describe, expect, it } from 'vitest';
import { changeAnnotation, deleteAnnotation, makeAnnotation } from '@/domain/annotating';
import type { Annotation, AnnotationPatch } from '@/domain/annotation';
import type { Change, ChangeAction } from '@/domain/change';
import type { Person } from '@/domain/person';
import { touchesOf } from './touches';

const text = 'He said “we will stay” on Friday.';
const articleId = '00000000-0000-4000-8000-00000000000b';
const person = (number: number, name: string): Person => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  name,
});
const [me, rhea, noor] = [person(1, 'Nora'), person(2, 'Rhea'), person(3, 'Noor')];
const made = makeAnnotation(
  { revision: 1, kind: 'quote', spans: [{ start: 9, end: 21 }] },
  { id: '00000000-0000-4000-8000-00000000000a', articleId },
  { text, by: me, at: '2025-03-02T09:00:00.000Z' },
);

/** The history of a mark to which these people did these things, a minute apart. */
function historyOf(deeds: readonly (readonly [Person, AnnotationPatch | 'delete'])[]): Change[] {
  let mark = made;
  return deeds.map(([by, what], place) => {
    const at = `2025-03-02T10:0${place}:00.000Z`;
    const before: Annotation = mark;
    mark =
      what === 'delete' ? deleteAnnotation(mark, { at }) : changeAnnotation(mark, what, { text, by, at });
    const action: ChangeAction = what === 'delete' ? 'annotation.deleted' : 'annotation.changed';
    const number = place + 1;
    return {
      seq: number,
      position: number,
      articleId,
      action,
      subjectId: mark.id,
      by,
      at,
      before,
      after: mark,
    };
  });
}

const now = Date.parse('2025-03-02T12:00:00.000Z');
const reader = {
  ...me,
  email: 'nora@example.org',
  role: 'editor',
  settings: { timeZone: 'Europe/London', onePersonDesk: false },
} as const;
const touches = (...deeds: Parameters<typeof historyOf>[0]) => touchesOf(historyOf(deeds), reader, now);

describe('who did what to a mark', () => {
  it('is whoever touched the field last, and when', () => {
    const told = touches(
      [rhea, { note: 'Hm.' }],
      [noor, { details: { cue: 'said' } }],
      [rhea, { details: { cue: 'told' } }],
    );
    expect(told.of('details.cue')).toBe('Rhea, 10:02');
    expect(told.of('note')).toBe('Rhea, 10:00');
    expect(told.of('labels')).toBeUndefined();
  });

  it('is named once in a sentence, and oneself as such', () => {
    const told = touches(
      [rhea, { note: 'Hm.' }],
      [noor, { labels: ['a'] }],
      [me, { details: { cue: 'said' } }],
    );
    expect(told.names(['note'])).toBe('Rhea');
    expect(told.names(['note', 'labels'])).toBe('Rhea and Noor');
    expect(told.names(['details.cue'])).toBe('You in another window');
    expect(told.names(['kind'])).toBe('You in another window');
    expect(touches().names(['note'])).toBe('Somebody');
  });

  it('is whoever deleted it', () => {
    expect(touches([rhea, { note: 'Hm.' }], [noor, 'delete']).deed('annotation.deleted')).toEqual({
      name: 'Noor',
      when: '10:01',
    });
    expect(touches().deed('annotation.deleted')).toBeUndefined();
  });

  it('has its date on any other day', () => {
    const told = touchesOf(
      historyOf([[rhea, { note: 'Hm.' }]]),
      reader,
      Date.parse('2025-03-03T12:00:00.000Z'),
    );
    expect(told.of('note')).toBe('Rhea, 2 March, 10:00');
  });
});
