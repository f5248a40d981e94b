import { useDeskState } from '@/components/desk/desk-state';
import { markVerdicts } from '@/components/desk/mark-verdicts';
import { leftWords } from '@/components/desk/use-mark-actions';
import { Button } from '@/components/ui/button';
import type { Verdict } from '@/domain/policy';
import { mayByRole } from '@/domain/policy';
import { needsDecision } from '@/domain/workflow';
import type { CardPart } from './card-desk';
import { ReasonForm } from './forms';

/** The buttons of the review; with the reason in words where one may not decide. Nothing for those who never may. */
export function CardDecision({ desk, mark }: CardPart) {
  const decide = useDeskState((state) => state.decide);
  const deciding = useDeskState((state) => (state.deciding?.id === mark.id ? state.deciding : undefined));
  const verdicts = markVerdicts(desk.me, desk.article, mark);
  if (!mayByRole(desk.me.role, 'review.decide').allowed) return null;
  // A reason that is being given stays when somebody deletes the mark under it.
  if (deciding !== undefined && (verdicts.decide.allowed || mark.deletedAt !== undefined)) {
    return (
      <ReasonForm
        key={deciding.decision}
        mark={mark}
        decision={deciding.decision}
        onCancel={() => decide(undefined)}
        onDecide={desk.actions.decide}
      />
    );
  }
  const open = verdicts.decide.allowed;
  return (
    <div className="grid gap-1.5">
      <div className="-mr-2 -ml-1 flex flex-wrap items-center gap-1 [&>button]:gap-1.5 [&>button]:px-2">
        {mark.status !== 'approved' && (
          <Button
            variant="primary"
            shortcut="a"
            disabled={!open}
            title={reasonOf(verdicts.decide)}
            // The second click of a double click may already be over the next mark.
            onClick={({ detail }) => detail < 2 && desk.actions.decide(mark, { decision: 'approve' })}
          >
            Approve
          </Button>
        )}
        {mark.status !== 'changesRequested' && (
          <Button
            shortcut="x"
            disabled={!open}
            title={reasonOf(verdicts.decide)}
            onClick={() => desk.actions.askReason(mark, 'requestChanges')}
          >
            <span className="sr-only">Request</span> Changes
          </Button>
        )}
        {mark.status !== 'rejected' && (
          <Button
            shortcut="r"
            disabled={!open}
            title={reasonOf(verdicts.decide)}
            onClick={() => desk.actions.askReason(mark, 'reject')}
          >
            Reject
          </Button>
        )}
        {verdicts.withdraw.allowed && (
          <Button variant="quiet" shortcut="w" onClick={() => desk.actions.withdraw(mark)}>
            Withdraw
          </Button>
        )}
      </div>
      {open && <p className="text-faint text-sm">{leftWords(countLeft(desk))}</p>}
      {!verdicts.decide.allowed && <p className="text-soft text-sm">{verdicts.decide.reason}</p>}
    </div>
  );
}

/** The marks that wait for this person. */
function countLeft({ article, me, marks }: CardPart['desk']): number {
  return marks.filter((mark) => needsDecision(mark) && markVerdicts(me, article, mark).decide.allowed).length;
}

function reasonOf(verdict: Verdict): string | undefined {
  return verdict.allowed ? undefined : verdict.reason;
}
