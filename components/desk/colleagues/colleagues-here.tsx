'use client';

import { CornerUpLeft } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { usePresence } from '@/components/data/live/here';
import { doingWords } from '@/components/presence/whereabouts';
import { IconButton } from '@/components/ui/icon-button';
import type { Article } from '@/domain/article';
import type { Presence } from '@/domain/presence';
import type { Colleague } from './colleague';
import { ColleagueRow } from './colleague-row';
import { type LastPlaces, rememberPlaces } from './known-places';
import { useArrivals } from './use-arrivals';
import { useVisit } from './use-visit';

/** The others at the article: who they are, what they do, and the way to where they are and back. */
export function ColleaguesHere({
  article,
  text,
}: {
  readonly article: Article;
  readonly text: RefObject<HTMLElement | null>;
}) {
  const people = usePresence(article.id);
  const { goTo, comeBack } = useVisit(text, article.revision.text);
  useArrivals(people);

  const latest = useRef(people);
  const [lastPlaces, setLastPlaces] = useState<LastPlaces>(() => new Map());
  useEffect(() => {
    const before = latest.current;
    latest.current = people;
    setLastPlaces((known) => rememberPlaces(known, before, people));
  }, [people]);

  const visit = useCallback(
    (personId: string) => {
      const colleague = latest.current.find(({ person }) => person.id === personId);
      const place = colleague?.selection ?? lastPlaces.get(personId);
      if (colleague !== undefined && place !== undefined) goTo(colleague, place);
    },
    [lastPlaces, goTo],
  );
  const colleagues = useColleagues(people, lastPlaces);
  return (
    <div className="flex shrink-0 items-center gap-1 sm:mr-1.5">
      {comeBack !== undefined && (
        <IconButton icon={CornerUpLeft} label="Back to where you were" onClick={comeBack} />
      )}
      {colleagues.length > 0 && <ColleagueRow colleagues={colleagues} onVisit={visit} />}
    </div>
  );
}

/** The same array as long as nothing of it looks different: colleagues move more often than they do something else. */
function useColleagues(people: readonly Presence[], lastPlaces: LastPlaces): readonly Colleague[] {
  const colleagues = people.map((presence) => ({
    person: presence.person,
    doing: doingWords(presence),
    isIdle: presence.state === 'idle',
    hasPlace: presence.selection !== null || lastPlaces.has(presence.person.id),
  }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written out is all that there is to them.
  return useMemo(() => colleagues, [JSON.stringify(colleagues)]);
}
