import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { CardPart } from './card-desk';
import { keepDraft, keepReason, useDraft, useReasonDraft } from './drafts';

/** Says that something was typed for this mark and not saved, and leads back into the form that it was typed into. */
export function CardDraft({ desk, mark }: CardPart) {
  const details = useDraft(mark.id);
  const reason = useReasonDraft(mark.id);
  if (details === undefined && reason === undefined) return null;
  return (
    <Notice title={details === undefined ? 'A decision is not made yet' : 'What you typed is not saved'}>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        <Button
          onClick={() => {
            if (details !== undefined) desk.actions.edit(mark);
            else if (reason !== undefined) desk.actions.askReason(mark, reason.decision);
          }}
        >
          Go on with it
        </Button>
        <Button
          variant="danger"
          onClick={() => {
            if (details !== undefined) keepDraft(mark.id, undefined);
            else keepReason(mark.id, undefined);
          }}
        >
          Discard
        </Button>
      </div>
    </Notice>
  );
}
