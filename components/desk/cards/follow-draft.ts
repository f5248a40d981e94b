/** An open form while others change the mark under it. */
import type { Annotation } from '@/domain/annotation';
import type { MarkField } from '@/domain/differences';
import { type Choice, decideBetween, meetMarks, withField } from '@/domain/mark-meeting';
import type { MetField } from '@/domain/meeting';
import { type Draft, draftOf, markWith, withDraftField } from './details-draft';
import type { KeptDraft } from './drafts';

export interface FollowedDraft extends KeptDraft {
  /** Fields that were typed into and that others changed to something else; they wait for the person. */
  readonly clashes: readonly MetField<MarkField>[];
}

/**
 * The form over the mark as it is now: fields that were not typed into follow the mark, those that were stay as typed.
 * What clashes stays counted from the state that the person has seen, so that saving cannot replace it unseen.
 */
export function followDraft({ opened, draft }: KeptDraft, mark: Annotation): FollowedDraft {
  if (opened === mark) return { opened, draft, clashes: [] };
  const { clashes, theirs } = meetMarks(opened, mark, markWith(opened, draft));
  const fresh = draftOf(mark);
  const followed = theirs.reduce<Draft>((before, { field }) => withDraftField(before, field, fresh), draft);
  if (clashes.length === 0) return { opened: mark, draft: followed, clashes };
  const seen = clashes.reduce<Annotation>(
    (before, clash) => withField(before, clash.field, clash.before),
    mark,
  );
  return { opened: { ...seen, version: opened.version }, draft: followed, clashes };
}

/** The form after a choice between what was typed and the mark as it is now. */
export function decideDraft({ opened, draft }: KeptDraft, mark: Annotation, choice: Choice): KeptDraft {
  const { seen, wanted } = decideBetween({ seen: opened, wanted: markWith(opened, draft) }, mark, [choice]);
  return {
    opened: seen,
    draft: choice.take === 'mine' ? draft : withDraftField(draft, choice.field, draftOf(wanted)),
  };
}

/** Fields that others changed since the form was opened on `first`, and that the form shows as they left them. */
export function cameInto({ draft }: KeptDraft, first: Annotation, mark: Annotation): readonly MarkField[] {
  return meetMarks(first, mark, markWith(mark, draft)).theirs.map(({ field }) => field);
}
