'use client';

import { CornerUpLeft } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { usePresence } from '@/components/data/live/here';
import { useIsWide } from '@/components/desk/use-is-wide';
import { IconButton } from '@/components/ui/icon-button';
import type { Article } from '@/domain/article';
import type { Presence } from '@/domain/presence';
import type { Colleague } from './colleague';
import { ColleagueDisc } from './colleague-disc';
import { ColleagueList } from './colleague-list';
import { type KnownPlaces, seePlaces } from './known-places';
import { useArrivals } from './use-arrivals';
import { useVisit } from './use-visit';

/** How many discs stand side by side; of more people, the last is the way to the list. */
const MOST_DISCS = 4;

/** The others at the article: who they are, what they do, and the way to where they are. */
export function ColleaguesHere({
  article,
  text,
}: {
  readonly article: Article;
  readonly text: RefObject<HTMLElement | null>;
}) {
  const people = usePresence(article.id);
  const isWide = useIsWide();
  const { goTo, comeBack } = useVisit(text, article.revision.text);
  useArrivals(people);
  const places = useKnownPlaces(people);

  const colleagues = people.map((presence) => ({ presence, place: places.get(presence.person.id) }));
  const visit = ({ presence, place }: Colleague) => place && goTo(presence, place);
  const discs = colleagues.length > MOST_DISCS ? MOST_DISCS - 1 : MOST_DISCS;
  const inRow = isWide ? colleagues.slice(0, discs) : [];
  const inList = colleagues.slice(inRow.length);
  return (
    <div className="flex shrink-0 items-center gap-1 sm:mr-1.5">
      {comeBack !== undefined && (
        <IconButton icon={CornerUpLeft} label="Back to where you were" onClick={comeBack} />
      )}
      {people.length > 0 && (
        <ul aria-label="Also here" className="flex items-center -space-x-1">
          {inRow.map((colleague) => (
            <li key={colleague.presence.person.id}>
              <ColleagueDisc {...colleague} onVisit={() => visit(colleague)} />
            </li>
          ))}
          {inList.length > 0 && (
            <li>
              <ColleagueList colleagues={inList} isAll={inRow.length === 0} onVisit={visit} />
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

/** Where everybody is, the idle where they were seen last. */
function useKnownPlaces(people: readonly Presence[]): KnownPlaces {
  const [known, setKnown] = useState<KnownPlaces>(() => seePlaces(new Map(), people));
  const seen = seePlaces(known, people);
  // What was seen before decides what is known now: React draws anew at once, before anything is shown.
  if (seen !== known) setKnown(seen);
  return seen;
}
