import Link from 'next/link';
import { Avatar } from '@/components/presence/avatar';
import { nameList } from '@/components/presence/whereabouts';
import type { Person } from '@/domain/person';

/** So many discs fit into the column; of more people the rest is counted. */
const MOST_DISCS = 3;

/**
 * The others who are at a story now. The words, by which the story's link is described, are for screen readers; the discs
 * lead where the whole line does, and say their names under the pointer.
 */
export function HereNow({
  id,
  people,
  href,
}: {
  /** Of the words. */
  readonly id: string;
  readonly people: readonly Person[];
  readonly href: string;
}) {
  const names = nameList(people.map(({ name }) => name));
  const shown = people.slice(0, people.length > MOST_DISCS ? MOST_DISCS - 1 : MOST_DISCS);
  return (
    <>
      <span id={id} className="sr-only">
        Here now: {names}
      </span>
      <Link
        href={href}
        prefetch={false}
        tabIndex={-1}
        aria-hidden="true"
        title={names}
        className="relative flex items-center -space-x-1"
      >
        {shown.map((person) => (
          <span key={person.id} className="rounded-full border-2 border-paper">
            <Avatar person={person} size="board" />
          </span>
        ))}
        {shown.length < people.length && (
          <span className="pl-2 text-soft text-sm">+{people.length - shown.length}</span>
        )}
      </Link>
    </>
  );
}
