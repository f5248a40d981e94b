'use client';

import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useDeskState } from '@/components/desk/desk-state';
import type { Annotation } from '@/domain/annotation';
import { Card } from './card';
import type { CardDesk } from './card-desk';
import { layOutCards } from './lay-out-cards';
import { useHeights } from './use-heights';
import { useInView } from './use-in-view';
import { useKeepFocus } from './use-keep-focus';

/** Between cards, in px. */
const GAP = 6;
/** A card that was not measured yet counts as two lines high, in px. */
const LIKELY_HEIGHT = 58;
/** Up to here all cards are on the page, beyond it those in view and around it. */
const MOST_CARDS = 80;

/** The cards in a column beside the text, level with their marks. Its top is that of the text's scroll area. */
export function CardColumn({
  desk,
  marks,
  levelOf,
}: {
  readonly desk: CardDesk;
  /** Those to show, in text order. */
  readonly marks: readonly Annotation[];
  /** The y of a mark in px from the top of the column; undefined where the text does not know it. */
  readonly levelOf: (annotationId: string) => number | undefined;
}) {
  const chosenId = useDeskState((state) => state.chosenId);
  const layoutVersion = useDeskState((state) => state.layoutVersion);
  const column = useRef<HTMLOListElement>(null);
  const [levels, setLevels] = useState<ReadonlyMap<string, number>>(new Map());
  const { heights, measure } = useHeights();
  const inView = useInView(column);
  useKeepFocus(column, chosenId);

  // Levels are read from the laid-out page, which is a system outside React.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout version says that they have changed.
  useLayoutEffect(() => setLevels(levelsOf(marks, levelOf)), [marks, levelOf, layoutVersion]);

  const tops = useMemo(() => {
    const cards = marks.map(({ id }) => ({
      id,
      level: levels.get(id) ?? 0,
      height: heights.get(id) ?? LIKELY_HEIGHT,
    }));
    return layOutCards(cards, chosenId, GAP);
  }, [marks, levels, heights, chosenId]);

  const refOf = useCallback((id: string) => (element: HTMLElement | null) => measure(id, element), [measure]);
  const last = marks.at(-1);
  const end = last === undefined ? 0 : (tops.get(last.id) ?? 0) + (heights.get(last.id) ?? LIKELY_HEIGHT);
  const isNear = ({ id }: Annotation) =>
    marks.length <= MOST_CARDS ||
    id === chosenId ||
    inView(tops.get(id) ?? 0, heights.get(id) ?? LIKELY_HEIGHT);
  return (
    <ol ref={column} aria-label="Marks" className="relative" style={{ height: end }} tabIndex={-1}>
      {marks.filter(isNear).map((mark) => (
        <li
          key={mark.id}
          className={
            heights.has(mark.id)
              ? 'absolute inset-x-0 transition-[top] duration-150 motion-reduce:transition-none'
              : 'absolute inset-x-0'
          }
          // Not by a transform: the foot of a form sticks to the window's edge, for which browsers look past transforms.
          style={{
            top: tops.get(mark.id) ?? 0,
            zIndex: mark.id === chosenId ? 1 : undefined,
          }}
        >
          <MeasuredCard desk={desk} mark={mark} chosen={mark.id === chosenId} refOf={refOf} />
        </li>
      ))}
    </ol>
  );
}

function MeasuredCard({
  desk,
  mark,
  chosen,
  refOf,
}: {
  readonly desk: CardDesk;
  readonly mark: Annotation;
  readonly chosen: boolean;
  readonly refOf: (id: string) => (element: HTMLElement | null) => void;
}) {
  const ref = useMemo(() => refOf(mark.id), [refOf, mark.id]);
  return <Card desk={desk} mark={mark} chosen={chosen} ref={ref} />;
}

/** The level of each mark; one that the text does not know stands where the mark before it does. */
function levelsOf(
  marks: readonly Annotation[],
  levelOf: (annotationId: string) => number | undefined,
): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  let known = 0;
  for (const { id } of marks) {
    known = levelOf(id) ?? known;
    levels.set(id, known);
  }
  return levels;
}
