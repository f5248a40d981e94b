/** What a person does to a mark by key or button: one place, so that both do the same. */
'use client';

import { useMemo } from 'react';
import { type AnnotationWrites, useAnnotationWrites } from '@/components/data/annotation-writes';
import { compareInText } from '@/components/data/apply-unsent';
import type { Me } from '@/components/data/me';
import { toast } from '@/components/ui/toast';
import type { Annotation } from '@/domain/annotation';
import type { Article } from '@/domain/article';
import type { Decision, NewReview } from '@/domain/decision';
import type { Kind } from '@/domain/kinds';
import { passes } from '@/domain/mark-filter';
import { can, type Verdict } from '@/domain/policy';
import type { Range } from '@/domain/span';
import { capitalised, kindWords } from '@/domain/words';
import { needsDecision, nextToDecide } from '@/domain/workflow';
import { type DeskStore, useDeskStore } from './desk-state';
import { markVerdicts } from './mark-verdicts';
import { useSeenMark } from './use-seen-mark';

export interface MarkActions {
  readonly writes: AnnotationWrites;
  /** Makes a mark of the range, where the person may; says why not and gives undefined where not. */
  readonly create: (kind: Kind, range: Range) => Annotation | undefined;
  /** Gives the mark another kind, with the details that follow from its words. */
  readonly retag: (mark: Annotation, kind: Kind) => void;
  /** Deletes the mark, chooses its neighbour and offers the way back. */
  readonly remove: (mark: Annotation) => void;
  readonly restore: (mark: Annotation) => void;
  /** Decides on the state given and chooses the next mark that needs a decision. */
  readonly decide: (mark: Annotation, review: Deciding) => void;
  readonly withdraw: (mark: Annotation) => void;
  /** Opens the form for a reason, where the person may decide. */
  readonly askReason: (mark: Annotation, decision: 'reject' | 'requestChanges') => void;
  /** Opens the details form, where the person may change the mark. */
  readonly edit: (mark: Annotation) => void;
}

/** A decision, not its withdrawal. */
export type Deciding = NewReview & { readonly decision: Decision };

/** The actions on the marks of an article; `marks` are all that stand, as shown, in text order. */
export function useMarkActions(article: Article, marks: readonly Annotation[], me: Me): MarkActions {
  const writes = useAnnotationWrites(article, me);
  const desk = useDeskStore();
  const seenMark = useSeenMark(article.id, me);
  return useMemo(
    () => actionsOn({ article, marks, me, writes, desk, seenMark }),
    [article, marks, me, writes, desk, seenMark],
  );
}

interface Setting {
  readonly article: Article;
  readonly marks: readonly Annotation[];
  readonly me: Me;
  readonly writes: AnnotationWrites;
  readonly desk: DeskStore;
  /** A mark as shown, as the person can have seen it. */
  readonly seenMark: (mark: Annotation) => Annotation;
}

function actionsOn({ article, marks, me, writes, desk, seenMark }: Setting): MarkActions {
  const verdicts = (mark: Annotation) => markVerdicts(me, article, mark);

  /** Runs what is allowed; says why not where it is not. */
  function ifAllowed(verdict: Verdict, act: () => void): void {
    if (verdict.allowed) act();
    else toast(verdict.reason);
  }

  /** The marks that the desk shows now. */
  function shown(): readonly Annotation[] {
    const { filters } = desk.get();
    return marks.filter(({ kind, status, author }) => passes(filters, { kind, status, authorId: author.id }));
  }

  /** After a decision: the next mark that waits for this person, of those shown first, and how many are left. */
  function goOn(mark: Annotation, done: string): void {
    const mayDecide = (other: Annotation) => other.id !== mark.id && verdicts(other).decide.allowed;
    const next =
      nextToDecide(withMark(shown(), mark), mark.id, mayDecide) ?? nextToDecide(marks, mark.id, mayDecide);
    if (next !== undefined) desk.get().choose(next.id, 'key');
    desk
      .get()
      .say(`${done}. ${leftWords(marks.filter((other) => needsDecision(other) && mayDecide(other)).length)}`);
  }

  function create(kind: Kind, range: Range): Annotation | undefined {
    const verdict = can(me, 'annotation.create', article);
    if (verdict.allowed) return writes.create({ kind, spans: [range] });
    toast(verdict.reason);
    return undefined;
  }

  return {
    writes,
    create,
    retag(mark, kind) {
      if (mark.kind === kind) return;
      ifAllowed(verdicts(mark).change, () => {
        writes.change(mark, { kind });
        desk.get().say(`Now ${kind === 'event' ? 'an' : 'a'} ${kindWords[kind]}.`);
      });
    },
    remove(mark) {
      ifAllowed(verdicts(mark).remove, () => {
        const visible = shown();
        const place = visible.findIndex(({ id }) => id === mark.id);
        writes.remove(seenMark(mark));
        desk.get().choose((visible[place + 1] ?? visible[place - 1])?.id, 'key');
        toast(`${capitalised(kindWords[mark.kind])} deleted`, {
          action: { label: 'Undo', run: () => bringBack(mark) },
        });
      });
    },
    restore: bringBack,
    decide(mark, review) {
      ifAllowed(verdicts(mark).decide, () => {
        writes.review(seenMark(mark), review);
        desk.get().decide(undefined);
        goOn(mark, doneWords[review.decision]);
      });
    },
    withdraw(mark) {
      ifAllowed(verdicts(mark).withdraw, () => {
        writes.review(mark, { decision: 'withdraw' });
        desk.get().say('Decision withdrawn. The mark is pending again.');
      });
    },
    askReason: (mark, decision) =>
      ifAllowed(verdicts(mark).decide, () => desk.get().decide({ id: mark.id, decision })),
    edit(mark) {
      // A deleted mark is shown only while something is typed for it: that form opens.
      const verdict = verdicts({ ...mark, deletedAt: undefined }).change;
      ifAllowed(verdict, () => desk.get().edit(mark.id));
    },
  };

  function bringBack(mark: Annotation): void {
    writes.restore(mark);
    desk.get().choose(mark.id, 'key');
  }
}

const doneWords = {
  approve: 'Approved',
  reject: 'Rejected',
  requestChanges: 'Changes requested',
} as const satisfies Record<Decision, string>;

/** How many marks are left for a person to decide on, in words. */
export function leftWords(count: number): string {
  return count === 0 ? 'Nothing left for you to decide here.' : `${count} left to decide.`;
}

/** The shown marks with the one just decided on in its place, which a filter may have left out. */
function withMark(shown: readonly Annotation[], mark: Annotation): readonly Annotation[] {
  return shown.some(({ id }) => id === mark.id) ? shown : [...shown, mark].toSorted(compareInText);
}
