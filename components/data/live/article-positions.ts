/** How far the logs of articles go, as far as this tab was told. */
'use client';

import { useSyncExternalStore } from 'react';

const positions = new Map<string, number>();
const listeners = new Set<() => void>();

/** The position of the newest change that was told of the article, at least `known`. */
export function useArticlePosition(articleId: string, known: number): number {
  return useSyncExternalStore(
    subscribe,
    () => Math.max(known, positions.get(articleId) ?? 0),
    () => known,
  );
}

/** Notes that the article's log goes as far as this. */
export function notePosition(articleId: string, position: number): void {
  if ((positions.get(articleId) ?? 0) >= position) return;
  positions.set(articleId, position);
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
