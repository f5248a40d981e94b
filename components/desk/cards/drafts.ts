/** What is typed into details forms and not saved yet, by mark: it outlives the form, a refetch and another choice. */
import { useSyncExternalStore } from 'react';
import type { Annotation } from '@/domain/annotation';
import type { Draft } from './details-draft';

export interface KeptDraft {
  /** The mark as it was when the form was opened: that is what the person changes. */
  readonly opened: Annotation;
  readonly draft: Draft;
}

let drafts: ReadonlyMap<string, KeptDraft> = new Map();
const none: ReadonlyMap<string, KeptDraft> = new Map();
const listeners = new Set<() => void>();

/** Keeps what was typed for a mark; undefined forgets it. */
export function keepDraft(annotationId: string, kept: KeptDraft | undefined): void {
  const next = new Map(drafts);
  if (kept === undefined) next.delete(annotationId);
  else next.set(annotationId, kept);
  drafts = next;
  for (const listener of listeners) listener();
}

/** Changes what is kept for a mark, from whatever it is by then: two changes in one turn both count. */
export function changeDraft(annotationId: string, change: (kept: KeptDraft | undefined) => KeptDraft): void {
  keepDraft(annotationId, change(drafts.get(annotationId)));
}

/** What was typed for a mark and not saved. */
export function useDraft(annotationId: string): KeptDraft | undefined {
  return useSyncExternalStore(
    subscribe,
    () => drafts.get(annotationId),
    () => undefined,
  );
}

/** Everything that was typed and not saved, by mark. */
export function useDrafts(): ReadonlyMap<string, KeptDraft> {
  return useSyncExternalStore(
    subscribe,
    () => drafts,
    () => none,
  );
}

/** How many forms hold something unsaved. */
export function countDrafts(): number {
  return drafts.size;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
