/**
 * What a decision is bound to. It holds only while the fingerprint of what was decided on equals the
 * fingerprint of the mark as it is; any change re-opens it by itself.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { AnnotationStatus, Decided } from '@/domain/annotation';
import type { Decision } from '@/domain/decision';
import { sentenceAround } from '@/domain/sentence';

/**
 * The fingerprint of what a decision is about, SHA-256 in lower-case hex over canonical JSON (RFC 8785): kind, details,
 * labels, and of every span its words with the sentence around them. Offsets do not count, so that a mark that merely
 * moved keeps its decision.
 */
export function fingerprint(text: string, decided: Decided): string {
  const words = decided.spans.map((span) => {
    const sentence = sentenceAround(text, span);
    return [span.exact, text.slice(sentence.start, sentence.end)];
  });
  const json = canonicalize([decided.kind, decided.details, decided.labels, words]);
  if (json === undefined) throw new Error('a fingerprint needs JSON');
  return bytesToHex(sha256(utf8ToBytes(json)));
}

const statusOf = {
  approve: 'approved',
  reject: 'rejected',
  requestChanges: 'changesRequested',
} as const satisfies Record<Decision, AnnotationStatus>;

/**
 * The status of a mark whose present fingerprint is given: that of the newest decision while the decision is about
 * exactly this, pending otherwise (nothing decided, withdrawn, or changed since).
 */
export function deriveStatus(
  newest: { readonly decision: Decision; readonly fingerprint: string } | undefined,
  present: string,
): AnnotationStatus {
  return newest !== undefined && newest.fingerprint === present ? statusOf[newest.decision] : 'pending';
}
