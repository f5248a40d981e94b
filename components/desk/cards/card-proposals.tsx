import { useMemo } from 'react';
import { markVerdicts } from '@/components/desk/mark-verdicts';
import { type Proposal, proposeDetails } from '@/domain/propose-details';
import type { CardPart } from './card-desk';
import { fieldLabel, valueWritten } from './field-words';
import { Proposed } from './proposed';

/** What the text says about the details that are still empty, each to be taken with one press. */
export function CardProposals({ desk, mark }: CardPart) {
  const proposals = useMemo(
    () =>
      proposeDetails(mark, {
        text: desk.article.revision.text,
        publishedOn: desk.article.publishedOn,
        names: desk.names(),
        marks: desk.marks,
      }),
    [desk, mark],
  );
  if (proposals.length === 0 || !markVerdicts(desk.me, desk.article, mark).change.allowed) return null;
  const take = ({ field, value }: Proposal) =>
    desk.actions.writes.change(mark, { details: { [field]: value } });
  const fields = [...new Set(proposals.map(({ field }) => field))];
  return (
    <dl aria-label="Proposals" className="grid grid-cols-[5.25rem_minmax(0,1fr)] gap-x-2.5 gap-y-1.5">
      {fields.map((field) => (
        <div key={field} className="contents">
          <dt className="text-faint">{fieldLabel(mark.kind, `details.${field}`)}</dt>
          <dd className="flex min-w-0 flex-wrap gap-1">
            {proposals
              .filter((proposal) => proposal.field === field)
              .map((proposal) => {
                const words = valueWritten(mark.kind, `details.${field}`, proposal.value);
                return (
                  <Proposed
                    key={words}
                    words={words}
                    because={proposal.because}
                    onTake={() => take(proposal)}
                  />
                );
              })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
