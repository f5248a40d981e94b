/** The form in which an unsent write is kept in the browser, and the way back from it. */
import { z } from 'zod';
import type { Write } from '@/components/data/write';
import { Annotation, AnnotationPatch, NewAnnotation } from '@/domain/annotation';
import { NewReview } from '@/domain/decision';
import { Person } from '@/domain/person';
import { isRefusalCode, type RefusalCode } from '@/domain/refusal';
import { hashText } from '@/domain/revision';
import { Instant } from '@/domain/time';

const Ask = z.discriminatedUnion('type', [
  z.object({ type: z.literal('create'), sent: NewAnnotation }),
  z.object({ type: z.literal('change'), patch: AnnotationPatch }),
  z.object({ type: z.literal('remove') }),
  z.object({ type: z.literal('restore') }),
  z.object({ type: z.literal('review'), review: NewReview }),
]);

const RefusedWith = z.object({
  code: z.custom<RefusalCode>((code) => typeof code === 'string' && isRefusalCode(code)),
  message: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
});

const Standing = z.discriminatedUnion('is', [
  z.object({ is: z.literal('waiting'), tried: z.boolean() }),
  z.object({ is: z.literal('sending') }),
  z.object({ is: z.literal('refused'), refused: RefusedWith }),
  z.object({ is: z.literal('stale'), current: Annotation }),
]);

/**
 * A write without the text that it was made on, which is kept once for all of them under its SHA-256. Anything else that
 * is found in the browser's database (an older program's, a newer one's, a damaged one) does not parse.
 */
export const StoredWrite = z.object({
  /** Another one each time that the record is written. */
  stamp: z.string(),
  /** SHA-256 of the text, lower-case hex. */
  textId: z.string(),
  key: z.string(),
  annotationId: z.uuid(),
  ask: Ask,
  seen: Annotation,
  wanted: Annotation,
  version: z.int().positive().optional(),
  by: Person,
  at: Instant,
  standing: Standing,
});
export type StoredWrite = z.infer<typeof StoredWrite>;

/** The record of a write. */
export function writeRecord({ act, ...rest }: Write, stamp: string) {
  return { ...rest, stamp, textId: textIdOf(act.text), by: act.by, at: act.at };
}

/** The write that a record stands for, on the text that it names. */
export function writeOf(
  { stamp: _, textId: __, by, at, version, ...rest }: StoredWrite,
  text: string,
): Write {
  return { ...rest, version, act: { text, by, at } };
}

let hashed = { text: '', id: '' };

/** The id of a text: its SHA-256. All writes of a desk are made on one text, so that the last one is remembered. */
export function textIdOf(text: string): string {
  if (hashed.text !== text || hashed.id === '') hashed = { text, id: hashText(text) };
  return hashed.id;
}
