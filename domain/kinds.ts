/** The three kinds of mark and the details that each may carry. The only home of their fields and values. */
import { z } from 'zod';
import { filledString } from '@/domain/text';
import { PartialDate } from '@/domain/time';

export const kinds = ['quote', 'claim', 'event'] as const;
export const Kind = z.enum(kinds);
export type Kind = z.infer<typeof Kind>;

/** Somebody who speaks or claims; `role` is a role or an affiliation. */
export const Party = z.strictObject({ name: filledString(200), role: filledString(200).optional() });
export type Party = z.infer<typeof Party>;

export const directnesses = ['direct', 'indirect', 'mixed'] as const;
export const verbatims = ['heard', 'transcript', 'agency', 'unverified'] as const;
export const claimTypes = ['fact', 'figure', 'prediction', 'opinion', 'promise'] as const;
export const checkWorthinesses = ['low', 'medium', 'high'] as const;
export const ratings = [
  'unchecked',
  'true',
  'mostlyTrue',
  'mixed',
  'misleading',
  'false',
  'unprovable',
] as const;
export const eventTypes = [
  'meeting',
  'statement',
  'agreement',
  'attack',
  'vote',
  'court',
  'disaster',
  'other',
] as const;
export const eventStatuses = ['happened', 'ongoing', 'planned', 'calledFor', 'denied'] as const;

export const QuoteDetails = z.strictObject({
  directness: z.enum(directnesses),
  speaker: Party.optional(),
  /** The word that introduces it: "told", "said". */
  cue: filledString(100).optional(),
  /** To whom, or in which medium. */
  saidTo: filledString(200).optional(),
  saidOn: PartialDate.optional(),
  /** Why we believe it is word for word. */
  verbatim: z.enum(verbatims).optional(),
});
export type QuoteDetails = z.infer<typeof QuoteDetails>;

export const Evidence = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: 'is not a web address' }).max(2000),
  title: filledString(300).optional(),
  accessedOn: PartialDate.optional(),
});
export type Evidence = z.infer<typeof Evidence>;

export const ClaimDetails = z.strictObject({
  claimant: Party.optional(),
  /** The claim in plain words, as one would check it. */
  statement: filledString(2000).optional(),
  type: z.enum(claimTypes).optional(),
  checkWorthiness: z.enum(checkWorthinesses).optional(),
  rating: z.enum(ratings).optional(),
  explanation: filledString(10_000).optional(),
  evidence: z.array(Evidence).max(50).optional(),
});
export type ClaimDetails = z.infer<typeof ClaimDetails>;

export const EventDetails = z.strictObject({
  title: filledString(300),
  type: z.enum(eventTypes).optional(),
  startsOn: PartialDate.optional(),
  endsOn: PartialDate.optional(),
  place: filledString(200).optional(),
  participants: z.array(filledString(200)).max(100).optional(),
  status: z.enum(eventStatuses).optional(),
});
export type EventDetails = z.infer<typeof EventDetails>;

/** The details of each kind, for code that has a kind in hand. */
export const detailsOf = {
  quote: QuoteDetails,
  claim: ClaimDetails,
  event: EventDetails,
} as const satisfies Record<Kind, z.ZodType>;

export interface DetailsByKind {
  quote: QuoteDetails;
  claim: ClaimDetails;
  event: EventDetails;
}

/** A kind together with the details that belong to it. */
export type Tagging = { [K in Kind]: { readonly kind: K; readonly details: DetailsByKind[K] } }[Kind];
