/** What is typed into details forms and not saved yet, by mark: it outlives the form, a refetch and another choice. */
import { useSyncExternalStore } from 'react';
import type { Annotation } from '@/domain/annotation';
import type { Draft } from './details-draft';

export interface KeptDraft {
  /** The mark as it was when the form was opened: that is what the person changes. */
  readonly opened: Annotation;
  readonly draft: Draft;
}

const drafts = new Map<string, KeptDraft>();
const listeners = new Set<() => void>();

/** Keeps what was typed for a mark; undefined forgets it. */
export function keepDraft(annotationId: string, kept: KeptDraft | undefined): void {
  if (kept === undefined) drafts.delete(annotationId);
  else drafts.set(annotationId, kept);
  for (const listener of listeners) listener();
}

/** Changes what is kept for a mark, from whatever it is by then: two changes in one turn both count. */
export function changeDraft(annotationId: string, start: KeptDraft, change: (draft: Draft) => Draft): void {
  const { opened, draft } = drafts.get(annotationId) ?? start;
  keepDraft(annotationId, { opened, draft: change(draft) });
}

/** What was typed for a mark and not saved. */
export function useDraft(annotationId: string): KeptDraft | undefined {
  return useSyncExternalStore(
    subscribe,
    () => drafts.get(annotationId),
    () => undefined,
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
