import { Avatar } from '@/components/presence/avatar';
import { doingWords } from '@/components/presence/whereabouts';
import { Tooltip } from '@/components/ui/tooltip';
import type { Colleague } from './colleague';

/** One colleague in the header; a press goes to where they are. */
export function ColleagueDisc({ presence, place, onVisit }: Colleague & { readonly onVisit: () => void }) {
  const { person, state } = presence;
  const doing = doingWords(presence);
  return (
    <Tooltip label={`${person.name} · ${doing}`}>
      <button
        type="button"
        aria-label={`${person.name}, ${doing}`}
        aria-disabled={place === undefined || undefined}
        onClick={onVisit}
        className="relative block rounded-full border-2 border-paper transition-transform hover:z-1 focus-visible:z-1 aria-disabled:cursor-default"
      >
        <Avatar person={person} isIdle={state === 'idle'} />
      </button>
    </Tooltip>
  );
}
