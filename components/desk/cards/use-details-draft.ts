import { useState } from 'react';
import type { Annotation } from '@/domain/annotation';
import type { MarkField } from '@/domain/differences';
import type { Choice } from '@/domain/mark-meeting';
import { type Draft, draftOf } from './details-draft';
import { changeDraft, useDraft } from './drafts';
import { cameInto, decideDraft, type FollowedDraft, followDraft } from './follow-draft';

/** What an open form holds, over the mark as it is now. */
export interface DetailsDraft extends FollowedDraft {
  /** The mark as it was when something was first typed, or the form opened. */
  readonly atOpening: Annotation;
  /** Whether something was typed before this form opened. */
  readonly isRestored: boolean;
  /** Fields that follow what others made of them since. */
  readonly cameIn: readonly MarkField[];
  /** Types into the form, as it is by then: two changes in one turn both count. */
  readonly type: (change: (before: Draft) => Draft) => void;
  /** Chooses between what was typed and theirs. */
  readonly choose: (choice: Choice) => void;
}

/** The draft of a mark's details, kept until it is saved or discarded, which follows the mark where nothing was typed. */
export function useDetailsDraft(mark: Annotation): DetailsDraft {
  const kept = useDraft(mark.id);
  const [atOpening] = useState(() => kept?.opened ?? mark);
  const [isRestored] = useState(kept !== undefined);
  const start = { opened: atOpening, draft: draftOf(atOpening) };
  const followed = followDraft(kept ?? start, mark);
  return {
    ...followed,
    atOpening,
    isRestored,
    cameIn: cameInto(followed, atOpening, mark),
    type: (change) =>
      changeDraft(mark.id, (by) => {
        const { opened, draft } = followDraft(by ?? start, mark);
        return { opened, draft: change(draft) };
      }),
    choose: (choice) =>
      changeDraft(mark.id, (by) => decideDraft(followDraft(by ?? start, mark), mark, choice)),
  };
}
