import { useEffect, useLayoutEffect } from 'react';
import type { Article } from '@/domain/article';
import { useDeskState, useDeskStore } from './desk-state';
import type { DrawnMark, MarkStore } from './mark-store';

/** Draws the marks, and the chosen one as chosen, before the browser paints; then says that things may have moved. */
export function useMarksShown(
  store: MarkStore,
  marks: readonly DrawnMark[],
  article: Pick<Article, 'archivedAt'>,
): void {
  const desk = useDeskStore();
  const chosenId = useDeskState((state) => state.chosenId);
  useLayoutEffect(() => store.show(marks, chosenId), [store, marks, chosenId]);
  // Blocks have drawn themselves by then: they render in the step in which the store wakes them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other marks are another layout, and so is a notice above.
  useEffect(() => desk.get().relaid(), [desk, marks, article.archivedAt]);
}
