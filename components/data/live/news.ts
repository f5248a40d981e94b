/** What is told of the articles as it happens, for whoever wants to hear it beside what the caches show. */
import type { Change } from '@/domain/change';

type Listener = (changes: readonly Change[]) => void;

const listeners = new Map<string, Set<Listener>>();

/** Calls the listener with every change of an article that is news here, anybody's. Gives the way to stop listening. */
export function onNews(articleId: string, listener: Listener): () => void {
  const those = listeners.get(articleId) ?? new Set();
  listeners.set(articleId, those.add(listener));
  return () => {
    those.delete(listener);
  };
}

/** Tells of changes that are news. */
export function tellNews(articleId: string, changes: readonly Change[]): void {
  if (changes.length > 0) for (const listener of [...(listeners.get(articleId) ?? [])]) listener(changes);
}
