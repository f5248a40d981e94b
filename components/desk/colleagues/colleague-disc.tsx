import { Avatar } from '@/components/presence/avatar';
import { Tooltip } from '@/components/ui/tooltip';
import type { Colleague } from './colleague';

/** One colleague in the header; a press goes to where they are. */
export function ColleagueDisc({
  colleague: { person, doing, isIdle, hasPlace },
  onVisit,
}: {
  readonly colleague: Colleague;
  readonly onVisit: (personId: string) => void;
}) {
  return (
    <Tooltip label={`${person.name} · ${doing}`}>
      <button
        type="button"
        aria-label={`${person.name}, ${doing}`}
        aria-disabled={hasPlace ? undefined : true}
        onClick={() => onVisit(person.id)}
        className="relative block rounded-full border-2 border-paper hover:z-1 focus-visible:z-1 aria-disabled:cursor-default"
      >
        <Avatar person={person} isIdle={isIdle} />
      </button>
    </Tooltip>
  );
}
