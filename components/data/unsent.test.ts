import { describe, expect, it } from 'vitest';
import { changeAnnotation, deleteAnnotation, restoreAnnotation } from '@/domain/annotating';
import type { Annotation } from '@/domain/annotation';
import type { Choice } from '@/domain/mark-meeting';
import { advance, nextToSend, nothingUnsent, type Step, saveState, type Unsent } from './unsent';
import { changeOf, creationOf, quoteMark, rhea, text, writeOf } from './unsent-examples';
import type { Write } from './write';

const mark = quoteMark(1);
const other = quoteMark(2);
const noRight = { code: 'four-eyes', message: 'Somebody else has to decide.', errors: [] } as const;

function relabelled(one: Annotation): Annotation {
  const act = { text, by: rhea, at: '2025-03-02T09:30:00.000Z' };
  return changeAnnotation(one, { labels: ['aid'] }, act);
}

function stateAfter(...steps: Step[]): Unsent {
  return steps.reduce(advance, nothingUnsent);
}
const made = (write: Write): Step => ({ type: 'made', write });
const sending = ({ key }: Write): Step => ({ type: 'sending', key });

describe('the order of sending', () => {
  const first = changeOf(mark, { details: { cue: 'said' } });
  const second = changeOf(first.wanted, { details: { cue: 'told' } });

  it('is the order of making, one at a time', () => {
    const elsewhere = changeOf(other, { note: 'Hm.' });
    expect(nextToSend(stateAfter(made(first), made(elsewhere)))).toBe(first);
    expect(nextToSend(stateAfter(made(first), made(elsewhere), sending(first)))).toBeUndefined();
  });

  it('gives a second change of a mark the version of the first one’s answer', () => {
    const state = stateAfter(made(first), sending(first), made(second));
    expect(state.writes[1]).toMatchObject({ version: undefined });
    const answered = advance(state, { type: 'sent', key: first.key, answer: first.wanted });
    expect(nextToSend(answered)).toMatchObject({ key: second.key, version: 2 });
  });

  it('goes on past a refused mark with the others', () => {
    const elsewhere = changeOf(other, { note: 'Hm.' });
    const state = stateAfter(made(first), sending(first), made(second), made(elsewhere), {
      type: 'refused',
      key: first.key,
      refused: noRight,
    });
    expect(nextToSend(state)).toMatchObject({ key: elsewhere.key });
  });

  it('joins changes of a mark that have not left yet', () => {
    const state = stateAfter(made(first), made(second));
    expect(state.writes).toHaveLength(1);
    expect(state.writes[0]).toMatchObject({ ask: { patch: { details: { cue: 'told' } } }, version: 1 });
  });

  it('joins what a form knew nothing of, too', () => {
    const labelled = changeOf(mark, { labels: ['defence'] });
    const fromForm = changeOf(mark, { details: { cue: 'told' } });
    const [joined, ...others] = stateAfter(made(labelled), made(fromForm)).writes;
    expect(others).toEqual([]);
    expect(joined).toMatchObject({
      ask: { patch: { labels: ['defence'], details: { cue: 'told' } } },
      wanted: { labels: ['defence'], details: { cue: 'told' } },
    });
  });

  it('keeps a request as it was once it may have reached the desk', () => {
    const state = stateAfter(
      made(first),
      sending(first),
      { type: 'failed', key: first.key, why: 'network' },
      made(second),
    );
    expect(state.writes.map(({ key }) => key)).toEqual([first.key, second.key]);
  });
});

describe('clicking twice', () => {
  it('deletes once', () => {
    expect(
      stateAfter(made(writeOf(mark, { type: 'remove' })), made(writeOf(mark, { type: 'remove' }))).writes,
    ).toHaveLength(1);
  });

  it('decides once', () => {
    const approve = { type: 'review', review: { decision: 'approve' } } as const;
    expect(stateAfter(made(writeOf(mark, approve)), made(writeOf(mark, approve))).writes).toHaveLength(1);
  });

  it('keeps a second decision that gives another reason', () => {
    const rejection = (reason: 'other' | 'no-source') =>
      writeOf(mark, { type: 'review', review: { decision: 'reject', reason } });
    const [vague, exact] = [rejection('other'), rejection('no-source')];
    expect(stateAfter(made(vague), made(exact)).writes.map(({ ask }) => ask)).toEqual([vague.ask, exact.ask]);
  });
});

describe('a refused write', () => {
  const creation = creationOf(mark);
  const refusedCreation = stateAfter(made(creation), sending(creation), {
    type: 'refused',
    key: creation.key,
    refused: noRight,
  });

  it('stays until it is discarded', () => {
    expect(saveState(refusedCreation)).toEqual({ is: 'undecided', unsent: 1, open: 1 });
    expect(saveState(advance(refusedCreation, { type: 'discarded', key: creation.key }))).toEqual({
      is: 'saved',
    });
  });

  it('is mended by a further change and sent anew, under another key', () => {
    const mended = advance(refusedCreation, made(changeOf(mark, { details: { cue: 'said' } })));
    expect(mended.writes).toHaveLength(1);
    expect(nextToSend(mended)).toMatchObject({ ask: { type: 'create', sent: { details: { cue: 'said' } } } });
    expect(mended.writes[0]?.key).not.toBe(creation.key);
  });

  it('takes with it what was done to a mark that was never made', () => {
    const removal = writeOf(mark, { type: 'remove' });
    expect(advance(refusedCreation, made(removal)).writes).toEqual([]);
  });

  it('leaves the next change of the mark on the state before it', () => {
    const first = changeOf(mark, { details: { cue: 'said' } });
    const second = changeOf(first.wanted, { labels: ['defence'] });
    const state = stateAfter(made(first), sending(first), made(second), {
      type: 'refused',
      key: first.key,
      refused: noRight,
    });
    const discarded = advance(state, { type: 'discarded', key: first.key });
    expect(nextToSend(discarded)).toMatchObject({ version: 1, wanted: { labels: ['defence'] } });
    expect(nextToSend(discarded)?.wanted.details).toEqual(mark.details);
  });
});

describe('a decision that was not taken', () => {
  const approve = { type: 'review', review: { decision: 'approve' } } as const;
  const approval = writeOf(mark, approve);
  const refused = stateAfter(made(approval), sending(approval), {
    type: 'refused',
    key: approval.key,
    refused: noRight,
  });

  it('is not in the way of a change of the mark', () => {
    const change = changeOf(mark, { details: { cue: 'said' } });
    const state = advance(refused, made(change));
    expect(nextToSend(state)).toMatchObject({ key: change.key, version: 1 });
    const answered = advance(state, { type: 'sent', key: change.key, answer: change.wanted });
    expect(answered.writes).toMatchObject([{ key: approval.key, standing: { is: 'refused' } }]);
  });

  it.each([
    ['refused', { type: 'refused', key: approval.key, refused: noRight }],
    ['stale', { type: 'stale', key: approval.key, current: relabelled(mark), freshKey: 'fresh' }],
  ] as const)('leaves a change behind it on the state that the desk has: %s', (_, step) => {
    const behind = changeOf(approval.wanted, { details: { cue: 'said' } });
    const state = stateAfter(made(approval), sending(approval), made(behind), step);
    expect(nextToSend(state)).toMatchObject({ key: behind.key, version: step.type === 'stale' ? 2 : 1 });
  });

  it('gives way to the same decision made anew', () => {
    const again = writeOf(mark, approve);
    expect(advance(refused, made(again)).writes).toEqual([again]);
  });
});

describe('a stale write', () => {
  const act = { text, by: rhea, at: '2025-03-02T09:31:00.000Z' };
  const theirs = (patch: object) =>
    changeAnnotation(
      mark,
      { details: patch as Record<string, unknown> },
      {
        text,
        by: rhea,
        at: '2025-03-02T09:30:00.000Z',
      },
    );
  const stale = (write: Write, patch: object) =>
    stateAfter(made(write), sending(write), {
      type: 'stale',
      key: write.key,
      current: theirs(patch),
      freshKey: 'fresh',
    });

  it('goes again by itself when others touched another field', () => {
    const write = changeOf(mark, { details: { cue: 'said' } });
    expect(nextToSend(stale(write, { saidTo: 'BBC News' }))).toMatchObject({
      key: 'fresh',
      version: 2,
      wanted: { details: { cue: 'said', saidTo: 'BBC News' } },
    });
  });

  it('asks when others touched the same field', () => {
    const write = changeOf(mark, { details: { cue: 'said' } });
    const state = stale(write, { cue: 'told' });
    expect(nextToSend(state)).toBeUndefined();
    expect(saveState(state)).toMatchObject({ is: 'undecided' });
  });

  it('does not ask when both wrote the same', () => {
    const write = changeOf(mark, { details: { cue: 'told' } });
    expect(nextToSend(stale(write, { cue: 'told' }))).toMatchObject({ version: 2 });
  });

  it('is put on top of theirs when the person says so', () => {
    const write = changeOf(mark, { details: { cue: 'said' } });
    const state = advance(stale(write, { cue: 'told' }), {
      type: 'insisted',
      key: 'fresh',
      freshKey: 'fresher',
    });
    expect(nextToSend(state)).toMatchObject({
      key: 'fresher',
      version: 2,
      wanted: { details: { cue: 'said' } },
    });
  });

  it('is not put on top of what the person has not seen', () => {
    const write = changeOf(mark, { details: { cue: 'said' } });
    const shown = stale(write, { cue: 'told' });
    const newer = changeAnnotation(theirs({ cue: 'told' }), { details: { cue: 'shouted' } }, act);
    const now = advance(shown, { type: 'known', current: newer });
    expect(now.writes[0]).toMatchObject({ standing: { is: 'stale', current: { version: 3 } } });
    const late = [
      { type: 'insisted', key: 'fresh', freshKey: 'fresher', over: 2 },
      { type: 'decided', key: 'fresh', over: 2, choices: [{ field: 'details.cue', take: 'mine' }] },
    ] as const satisfies readonly Step[];
    for (const step of late) expect(advance(now, step)).toEqual(now);
  });

  it('goes by itself when they take back what it clashed with', () => {
    const write = changeOf(mark, { details: { cue: 'said' } });
    const back = changeAnnotation(theirs({ cue: 'told' }), { details: { cue: null } }, act);
    const state = advance(stale(write, { cue: 'told' }), { type: 'known', current: back });
    expect(nextToSend(state)).toMatchObject({ version: 3, ask: { patch: { details: { cue: 'said' } } } });
  });

  describe('in several fields', () => {
    const write = changeOf(mark, { details: { cue: 'said', saidTo: 'ARD' }, note: 'Hm.' });
    const state = stale(write, { cue: 'told', saidTo: 'BBC News' });
    const decided = (from: Unsent, ...choices: Choice[]) =>
      advance(from, { type: 'decided', key: 'fresh', over: 2, choices });

    it('waits until all are decided', () => {
      const half = decided(state, { field: 'details.cue', take: 'theirs' });
      expect(half.writes[0]).toMatchObject({
        standing: { is: 'stale' },
        wanted: { details: { cue: 'told', saidTo: 'ARD' }, note: 'Hm.' },
      });
      expect(nextToSend(decided(half, { field: 'details.saidTo', take: 'mine' }))).toMatchObject({
        version: 2,
        ask: { patch: { details: { saidTo: 'ARD' }, note: 'Hm.' } },
        wanted: { details: { cue: 'told', saidTo: 'ARD' }, note: 'Hm.' },
      });
    });

    it('asks for one that was decided when they change it once more', () => {
      const half = decided(state, { field: 'details.cue', take: 'mine' });
      const newer = changeAnnotation(
        theirs({ cue: 'told', saidTo: 'BBC News' }),
        { details: { cue: 'cried' } },
        act,
      );
      const again = advance(half, { type: 'known', current: newer });
      const all = advance(again, {
        type: 'decided',
        key: 'fresh',
        over: 3,
        choices: [{ field: 'details.saidTo', take: 'mine' }],
      });
      expect(nextToSend(all)).toBeUndefined();
    });

    it('takes a third wording', () => {
      const anew = decided(
        state,
        { field: 'details.cue', take: 'anew', value: 'said, and told' },
        { field: 'details.saidTo', take: 'theirs' },
      );
      expect(nextToSend(anew)?.wanted.details).toMatchObject({ cue: 'said, and told', saidTo: 'BBC News' });
    });

    it('is gone when nothing of it is left', () => {
      const cue = stale(changeOf(mark, { details: { cue: 'said' } }), { cue: 'told' });
      expect(decided(cue, { field: 'details.cue', take: 'theirs' })).toEqual(nothingUnsent);
    });
  });

  it('takes the changes behind it along, so that the person decides once', () => {
    const first = changeOf(mark, { details: { cue: 'said' } });
    const second = changeOf(first.wanted, { note: 'Hm.' });
    const state = stateAfter(made(first), sending(first), made(second), {
      type: 'stale',
      key: first.key,
      current: theirs({ cue: 'told' }),
      freshKey: 'fresh',
    });
    expect(state.writes).toMatchObject([{ key: 'fresh', wanted: { details: { cue: 'said' }, note: 'Hm.' } }]);
  });

  describe('on a mark that somebody deleted', () => {
    const deleted = deleteAnnotation(mark, act);
    const gone = (write: Write) =>
      stateAfter(made(write), sending(write), {
        type: 'stale',
        key: write.key,
        current: deleted,
        freshKey: 'fresh',
      });
    const write = changeOf(mark, { details: { cue: 'said' } });
    const restoration = writeOf(deleted, { type: 'restore' });

    it('asks, whatever it changes', () => {
      expect(saveState(gone(write))).toMatchObject({ is: 'undecided' });
      expect(
        saveState(gone(writeOf(mark, { type: 'review', review: { decision: 'approve' } }))),
      ).toMatchObject({
        is: 'undecided',
      });
    });

    it('goes after the restoration that the person asked for', () => {
      const revived = advance(gone(write), { type: 'revived', key: 'fresh', over: 2, restoration });
      expect(nextToSend(revived)).toBe(restoration);
      const back = advance(advance(revived, sending(restoration)), {
        type: 'sent',
        key: restoration.key,
        answer: restoration.wanted,
      });
      expect(nextToSend(back)).toMatchObject({ version: 3, ask: { patch: { details: { cue: 'said' } } } });
    });

    it('stays behind a restoration that was refused', () => {
      const refused = advance(advance(gone(write), { type: 'revived', key: 'fresh', over: 2, restoration }), {
        type: 'refused',
        key: restoration.key,
        refused: noRight,
      });
      expect(nextToSend(refused)).toBeUndefined();
      expect(nextToSend(advance(refused, { type: 'discarded', key: restoration.key }))).toMatchObject({
        version: 2,
      });
    });

    it('goes by itself when somebody restores it first', () => {
      const back = restoreAnnotation(deleted, act);
      expect(nextToSend(advance(gone(write), { type: 'known', current: back }))).toMatchObject({
        version: 3,
      });
    });
  });

  it('asks again before a decision on what has changed', () => {
    const approval = writeOf(mark, { type: 'review', review: { decision: 'approve' } });
    expect(nextToSend(stale(approval, { cue: 'told' }))).toBeUndefined();
  });

  it('asks again before deleting what has changed', () => {
    expect(nextToSend(stale(writeOf(mark, { type: 'remove' }), { cue: 'told' }))).toBeUndefined();
  });

  it('asks when the second of two changes would hide what others changed before the first arrived', () => {
    const first = changeOf(mark, { labels: ['defence'] });
    const second = changeOf(first.wanted, { details: { cue: 'said' } });
    const answer = changeAnnotation(
      changeAnnotation(mark, { details: { cue: 'told' } }, act),
      { labels: ['defence'] },
      act,
    );
    const state = stateAfter(made(first), sending(first), made(second), {
      type: 'sent',
      key: first.key,
      answer,
    });
    expect(state.writes[0]).toMatchObject({ standing: { is: 'stale' } });
  });
});
