import { memo } from 'react';
import { useIsWide } from '@/components/desk/use-is-wide';
import type { Colleague } from './colleague';
import { ColleagueDisc } from './colleague-disc';
import { ColleagueList } from './colleague-list';

/** How many discs stand side by side; of more people, the last is the way to the list. */
const MOST_DISCS = 4;

/** Discs side by side, behind the last the list of those for whom there is no room; on a phone all in one list. */
export const ColleagueRow = memo(function ColleagueRow({
  colleagues,
  onVisit,
}: {
  readonly colleagues: readonly Colleague[];
  readonly onVisit: (personId: string) => void;
}) {
  const isWide = useIsWide();
  const discs = colleagues.length > MOST_DISCS ? MOST_DISCS - 1 : MOST_DISCS;
  const inRow = isWide ? colleagues.slice(0, discs) : [];
  const inList = colleagues.slice(inRow.length);
  return (
    <ul aria-label="Also here" className="flex items-center -space-x-1">
      {inRow.map((colleague) => (
        <li key={colleague.person.id}>
          <ColleagueDisc colleague={colleague} onVisit={onVisit} />
        </li>
      ))}
      {inList.length > 0 && (
        <li>
          <ColleagueList colleagues={inList} isAll={inRow.length === 0} onVisit={onVisit} />
        </li>
      )}
    </ul>
  );
});
