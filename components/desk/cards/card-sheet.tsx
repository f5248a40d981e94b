'use client';

import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useRef } from 'react';
import { useDeskState } from '@/components/desk/desk-state';
import { IconButton } from '@/components/ui/icon-button';
import type { Annotation } from '@/domain/annotation';
import { Card } from './card';
import type { CardDesk } from './card-desk';
import { useKeepFocus } from './use-keep-focus';

/** The chosen card at the bottom of a narrow screen, with the ways to its neighbours under the thumb. */
export function CardSheet({
  desk,
  marks,
}: {
  readonly desk: CardDesk;
  /** Those to show, in text order. */
  readonly marks: readonly Annotation[];
}) {
  const chosenId = useDeskState((state) => state.chosenId);
  const choose = useDeskState((state) => state.choose);
  const sheet = useRef<HTMLElement>(null);
  useKeepFocus(sheet, chosenId);
  const place = marks.findIndex(({ id }) => id === chosenId);
  const chosen = marks[place];
  if (chosen === undefined) return null;
  const go = (to: Annotation | undefined) => to !== undefined && choose(to.id, 'key');
  return (
    <section
      ref={sheet}
      aria-label="Chosen mark"
      tabIndex={-1}
      className="fixed inset-x-0 bottom-0 z-30 max-h-[60dvh] overflow-y-auto rounded-t-lg border-line border-t bg-sheet pb-[env(safe-area-inset-bottom)] shadow-float outline-hidden"
    >
      <div className="sticky top-0 z-2 flex items-center gap-1 border-line border-b bg-sheet px-2 py-1">
        <IconButton
          icon={ChevronLeft}
          label="Previous mark"
          disabled={place === 0}
          onClick={() => go(marks[place - 1])}
        />
        <span className="text-soft text-sm tabular-nums">
          {place + 1} of {marks.length}
        </span>
        <IconButton
          icon={ChevronRight}
          label="Next mark"
          disabled={place === marks.length - 1}
          onClick={() => go(marks[place + 1])}
        />
        <span className="flex-1" />
        <IconButton icon={X} label="Close" onClick={() => choose(undefined, 'card')} />
      </div>
      <div className="p-2 [&>article]:border-transparent [&>article]:shadow-none">
        <Card key={chosen.id} desk={desk} mark={chosen} chosen />
      </div>
    </section>
  );
}
