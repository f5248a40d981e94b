/** What is typed into the forms of a mark and not saved yet: it outlives the form, a refetch, a reload and a crash. */
import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { browserDrafts } from '@/components/data/outbox/drafts';
import { Annotation } from '@/domain/annotation';
import { Reason } from '@/domain/decision';
import { Kind } from '@/domain/kinds';
import type { Draft } from './details-draft';

const DetailsDraft = z.object({
  kind: Kind,
  values: z.record(z.string(), z.string()),
  evidence: z.array(
    z.object({ key: z.string(), url: z.string(), title: z.string(), accessedOn: z.string() }),
  ),
  participants: z.array(z.string()),
  labels: z.string(),
  note: z.string(),
}) satisfies z.ZodType<Draft>;

const KeptDraft = z.object({
  /** The mark as it was when the form was opened: that is what the person changes. */
  opened: Annotation,
  draft: DetailsDraft,
});
export interface KeptDraft {
  readonly opened: Annotation;
  readonly draft: Draft;
}

/** A decision for which a reason is being given. */
const ReasonDraft = z.object({
  decision: z.enum(['reject', 'requestChanges']),
  /** Empty while none is chosen. */
  reason: z.union([Reason, z.literal('')]),
  note: z.string(),
});
export type ReasonDraft = Readonly<z.infer<typeof ReasonDraft>>;

const details = browserDrafts.of<KeptDraft>('details', KeptDraft);
const reasons = browserDrafts.of<ReasonDraft>('reason', ReasonDraft);
const none: ReadonlyMap<string, KeptDraft> = new Map();

/** Keeps what was typed into a mark's details form; undefined forgets it. */
export function keepDraft(annotationId: string, kept: KeptDraft | undefined): void {
  details.keep(annotationId, kept);
}

/** Changes what is kept for a mark, from whatever it is by then: two changes in one turn both count. */
export function changeDraft(annotationId: string, change: (kept: KeptDraft | undefined) => KeptDraft): void {
  keepDraft(annotationId, change(details.all().get(annotationId)));
}

/** What was typed into a mark's details form and not saved. */
export function useDraft(annotationId: string): KeptDraft | undefined {
  return useSyncExternalStore(
    details.subscribe,
    () => details.all().get(annotationId),
    () => undefined,
  );
}

/** Everything that was typed into details forms and not saved, by mark. */
export function useDrafts(): ReadonlyMap<string, KeptDraft> {
  return useSyncExternalStore(details.subscribe, details.all, () => none);
}

/** Keeps what was given as a reason for a decision on a mark; undefined forgets it. */
export function keepReason(annotationId: string, kept: ReasonDraft | undefined): void {
  reasons.keep(annotationId, kept);
}

/** What was given as a reason for a decision that was not made. */
export function useReasonDraft(annotationId: string): ReasonDraft | undefined {
  return useSyncExternalStore(
    reasons.subscribe,
    () => reasons.all().get(annotationId),
    () => undefined,
  );
}
