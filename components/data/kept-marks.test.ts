import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeAnnotation, deleteAnnotation, restoreAnnotation } from '@/domain/annotating';
import type { Annotation } from '@/domain/annotation';
import type { Change, ChangeAction } from '@/domain/change';
import type { AnnotationList } from '@/domain/contract/annotations';
import { compareInText } from './apply-unsent';
import {
  hearAnswer,
  hearChanges,
  hearEnd,
  hearResync,
  isTooEarly,
  type KeptMarks,
  lacksChanges,
  nothingKept,
  takeList,
} from './kept-marks';
import { articleId, quoteMark, rhea, text } from './unsent-examples';

/** A desk with one article: its log, and what it would answer at each position of it. */
function aDesk() {
  const log: Change[] = [];
  const lists: AnnotationList[] = [{ items: [], seq: 0 }];
  const marks = new Map<string, Annotation>();
  function write(action: ChangeAction, after: Annotation | undefined): Annotation | undefined {
    const position = log.length + 1;
    const at = new Date(Date.UTC(2025, 2, 2, 9, 0, position)).toISOString();
    const state = after && { ...after, updatedAt: at };
    log.push({
      seq: position,
      position,
      articleId,
      action,
      subjectId: after?.id ?? articleId,
      by: rhea,
      at,
      before: null,
      after: state ?? {},
    });
    if (state !== undefined) marks.set(state.id, state);
    const items = [...marks.values()]
      .filter(({ deletedAt }) => deletedAt === undefined)
      .toSorted(compareInText);
    lists.push({ items, seq: position });
    return state;
  }
  const act = { text, by: rhea, at: '2025-03-02T09:30:00.000Z' };
  /** Something that can happen to the mark of this place now; which, the deed says. */
  function happen(place: number, deed: number): Annotation | undefined {
    const mark = marks.get(quoteMark(place).id);
    if (deed === 0) return write('article.changed', undefined);
    if (mark === undefined) return write('annotation.created', quoteMark(place));
    if (mark.deletedAt !== undefined) return write('annotation.restored', restoreAnnotation(mark, act));
    if (deed === 1) return write('annotation.deleted', deleteAnnotation(mark, act));
    const spans = [{ start: (mark.version * 7 + deed) % 20, end: 30 }];
    return write('annotation.changed', changeAnnotation(mark, { spans, note: `${mark.version}` }, act));
  }
  return {
    log,
    happen,
    now: () => lists[log.length] ?? { items: [], seq: 0 },
    at: (seq: number) => lists[seq],
  };
}

/** Some lines of the log around the next one. */
function toldAbout(
  log: readonly Change[],
  { list }: KeptMarks,
  { off, many }: { off: number; many: number },
) {
  const from = Math.max(0, (list?.seq ?? 0) + off);
  return log.slice(from, from + many);
}

/** Reads the list as a screen does, until nothing is missing. */
function readUntilWhole(kept: KeptMarks, list: AnnotationList): KeptMarks {
  return takeList(kept, list, kept.heard);
}

const first = (list: AnnotationList) => takeList(nothingKept, list, 0);

describe('a change of the log', () => {
  it('is applied when it is next, and known when it is older', () => {
    const desk = aDesk();
    desk.happen(1, 2);
    const kept = first(desk.now());
    desk.happen(2, 2);
    const next = hearChanges(kept, desk.log);
    expect(next.list).toEqual(desk.now());
    expect(next.list?.items[0]).toBe(kept.list?.items[0]);
    expect(hearChanges(next, desk.log)).toBe(next);
  });

  it('waits for those before it, and says that they are missing', () => {
    const desk = aDesk();
    const kept = first(desk.now());
    desk.happen(1, 2);
    desk.happen(2, 2);
    const [one, two] = desk.log;
    if (one === undefined || two === undefined) throw new Error('nothing happened');
    const early = hearChanges(kept, [two]);
    expect(early.list).toEqual(kept.list);
    expect(lacksChanges(early)).toBe(true);
    const whole = hearChanges(early, [one]);
    expect(whole.list).toEqual(desk.now());
    expect(lacksChanges(whole)).toBe(false);
    expect(whole.waiting.size).toBe(0);
  });

  it('that cannot be read is passed by reading the list again', () => {
    const desk = aDesk();
    const kept = first(desk.now());
    desk.happen(1, 2);
    const unreadable = desk.log.map((change) => ({ ...change, after: { kind: 'rumour' } }));
    const stuck = hearChanges(kept, unreadable);
    expect(lacksChanges(stuck)).toBe(true);
    expect(readUntilWhole(stuck, desk.now()).list).toEqual(desk.now());
  });
});

describe('the answer to an own write', () => {
  it('is on screen at once and is not doubled by its echo', () => {
    const desk = aDesk();
    const kept = first(desk.now());
    const mark = desk.happen(1, 2);
    if (mark === undefined) throw new Error('no mark');
    const answered = hearAnswer(kept, mark);
    expect(answered.list?.items).toEqual([mark]);
    expect(answered.unconfirmed.has(mark.id)).toBe(true);
    const echoed = hearChanges(answered, desk.log);
    expect(echoed.list?.items).toBe(answered.list?.items);
    expect(echoed.list?.seq).toBe(1);
    expect(echoed.unconfirmed.size).toBe(0);
  });

  it('is not taken back by a list that was asked for before it', () => {
    const desk = aDesk();
    const kept = first(desk.now());
    const early = desk.now();
    const mark = desk.happen(1, 2);
    if (mark === undefined) throw new Error('no mark');
    const answered = hearAnswer(kept, mark);
    expect(isTooEarly(answered, kept.heard)).toBe(true);
    expect(takeList(answered, early, kept.heard)).toBe(answered);
  });

  it('does not bring back a mark that was deleted meanwhile', () => {
    const desk = aDesk();
    const kept = first(desk.now());
    const mark = desk.happen(1, 2);
    desk.happen(1, 1);
    if (mark === undefined) throw new Error('no mark');
    expect(hearAnswer(hearChanges(kept, desk.log), mark).list?.items).toEqual([]);
  });

  it('that deletes is not undone by the changes before it', () => {
    const desk = aDesk();
    const kept = first(desk.now());
    desk.happen(1, 2);
    desk.happen(1, 2);
    const gone = desk.happen(1, 1);
    if (gone === undefined) throw new Error('no mark');
    const answered = hearAnswer(kept, gone);
    for (const change of desk.log) expect(hearChanges(answered, [change]).list?.items).toEqual([]);
  });
});

describe('a resync', () => {
  it('takes the next list even when it is older, as after a backup was restored', () => {
    const desk = aDesk();
    desk.happen(1, 2);
    const older = desk.now();
    desk.happen(2, 2);
    const lost = hearResync(first(desk.now()), 1);
    expect(lacksChanges(lost)).toBe(true);
    expect(readUntilWhole(lost, older).list).toEqual(older);
  });

  it('does not take a list that was asked for before it', () => {
    const desk = aDesk();
    desk.happen(1, 2);
    const kept = first(desk.now());
    const lost = hearResync(kept, 1);
    expect(takeList(lost, desk.now(), kept.heard)).toBe(lost);
  });
});

describe('whatever comes in whatever order', () => {
  const aStep = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        is: fc.constant('happens' as const),
        place: fc.integer({ min: 1, max: 4 }),
        deed: fc.nat({ max: 4 }),
        own: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        is: fc.constant('told' as const),
        off: fc.integer({ min: -2, max: 2 }),
        many: fc.integer({ min: 1, max: 4 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ is: fc.constant('answered' as const), which: fc.nat({ max: 5 }) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('asks' as const) }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant('listed' as const), which: fc.nat({ max: 5 }) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('resynced' as const) }) },
  );

  it('never goes back, keeps what did not change, and ends as the desk has it', () => {
    fc.assert(
      fc.property(fc.array(aStep, { minLength: 30, maxLength: 60 }), (steps) => {
        const desk = aDesk();
        const answers: Annotation[] = [];
        const asked: { readonly list: AnnotationList; readonly askedAt: number }[] = [];
        desk.happen(1, 2);
        desk.happen(2, 2);
        let kept = first(desk.now());
        const shown = new Map<string, number>();
        for (const step of steps) {
          const before = kept;
          switch (step.is) {
            case 'happens': {
              const mark = desk.happen(step.place, step.deed);
              if (step.own && mark !== undefined) answers.push(mark);
              break;
            }
            case 'told':
              kept = hearChanges(kept, toldAbout(desk.log, kept, step));
              break;
            case 'answered': {
              const [mark] = answers.splice(step.which % Math.max(answers.length, 1), 1);
              if (mark !== undefined) kept = hearAnswer(kept, mark);
              break;
            }
            case 'asks':
              asked.push({ list: desk.now(), askedAt: kept.heard });
              break;
            case 'listed': {
              const [answer] = asked.splice(step.which % Math.max(asked.length, 1), 1);
              if (answer !== undefined) kept = takeList(kept, answer.list, answer.askedAt);
              break;
            }
            case 'resynced':
              kept = hearResync(kept, desk.log.length);
              break;
          }
          expect(kept.list?.seq ?? 0).toBeGreaterThanOrEqual(before.list?.seq ?? 0);
          if (before.isLost && !kept.isLost) shown.clear();
          const old = new Map(before.list?.items.map((mark) => [mark.id, mark]));
          for (const mark of kept.list?.items ?? []) {
            const known = old.get(mark.id);
            const newest = shown.get(mark.id) ?? 0;
            if (known === undefined) expect(mark.version).toBeGreaterThan(newest);
            else expect(mark.version).toBeGreaterThanOrEqual(newest);
            if (known?.version === mark.version) expect(mark).toBe(known);
            shown.set(mark.id, mark.version);
          }
        }
        for (const mark of answers) kept = hearAnswer(kept, mark);
        kept = hearEnd(kept, desk.log.length);
        if (kept.list === undefined || lacksChanges(kept) || kept.unconfirmed.size > 0) {
          kept = readUntilWhole(kept, desk.now());
        }
        expect(kept.list).toEqual(desk.now());
        expect(lacksChanges(kept)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
