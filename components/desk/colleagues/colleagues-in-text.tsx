'use client';

import { memo, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { usePresence } from '@/components/data/live/here';
import { useDeskState } from '@/components/desk/desk-state';
import { personColour, personColourLook } from '@/components/presence/person-colours';
import type { Person } from '@/domain/person';
import type { Presence } from '@/domain/presence';
import { type Painter, type Placed, paintColleagues } from './paint-colleagues';
import './colleagues.css';

interface Located extends Placed {
  readonly person: Person;
}

/** The selections and carets of the others in the text. Nothing runs while nobody has one. */
export const ColleaguesInText = memo(function ColleaguesInText({
  articleId,
  text,
}: {
  readonly articleId: string;
  readonly text: RefObject<HTMLElement | null>;
}) {
  const located = usePresence(articleId).flatMap(asLocated);
  return located.length === 0 ? null : <Layer people={located} text={text} />;
});

function asLocated({ person, selection }: Presence): Located[] {
  return selection === null ? [] : [{ id: person.id, person, selection }];
}

/** For eyes only: who is here and what they do, the header says. */
function Layer({
  people,
  text,
}: {
  readonly people: readonly Located[];
  readonly text: RefObject<HTMLElement | null>;
}) {
  const layer = useRef<HTMLDivElement>(null);
  const painter = useRef<Painter>(undefined);
  const visit = useDeskState((state) => state.visit);
  useLayoutEffect(() => {
    if (text.current === null || layer.current === null) return;
    const painting = paintColleagues(text.current, layer.current);
    painter.current = painting;
    return painting.stop;
  }, [text]);
  useLayoutEffect(() => painter.current?.show(people), [people]);
  useEffect(() => {
    if (visit !== undefined) painter.current?.name(visit.personId);
  }, [visit]);
  return (
    <div ref={layer} aria-hidden="true" className="colleagues">
      {people.map(({ person }) => (
        <Colleague key={person.id} id={person.id} name={person.name} />
      ))}
    </div>
  );
}

/** The name comes from the style: it can be neither selected nor found nor read. What they select is drawn in beside it. */
const Colleague = memo(function Colleague({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <span data-person={id} className={`colleague ${personColourLook[personColour(id)]}`}>
      <span data-caret="" className="colleague-caret">
        <span data-name={name} className="colleague-name" />
      </span>
    </span>
  );
});
