/** One line of the append-only log: who did what to which thing, before and after; chained by hashes. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { Person } from '@/domain/person';
import { Instant } from '@/domain/time';

export const changeActions = [
  'article.created',
  'article.changed',
  'article.archived',
  'article.restored',
  'annotation.created',
  'annotation.changed',
  'annotation.deleted',
  'annotation.restored',
  'annotation.reviewed',
  'person.created',
  'person.changed',
  'person.invited',
  'setting.changed',
] as const;
export const ChangeAction = z.enum(changeActions);
export type ChangeAction = z.infer<typeof ChangeAction>;

/** A change as people and tools read it. `before` and `after` are whole states; null where there was or is none. */
export const Change = z.object({
  /** Order across all logs. */
  seq: z.int().positive(),
  /** Order within the log, from 1, without a gap. */
  position: z.int().positive(),
  articleId: z.uuid().optional(),
  action: ChangeAction,
  subjectId: z.string(),
  by: Person,
  at: Instant,
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type Change = z.infer<typeof Change>;

/** The log of people and settings; every article has one of its own, named by the article's id. */
export const DESK_LOG = 'desk';

/** What the hash of a change covers; everything that the row says but its number across logs. */
export interface HashedChange {
  /** An article's id, or `DESK_LOG`. */
  readonly log: string;
  readonly position: number;
  readonly actorId: string;
  readonly at: string;
  readonly action: ChangeAction;
  readonly subjectId: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The `previousHash` of the first change of a log. */
export const FIRST_HASH = '0'.repeat(64);

/** SHA-256, lower-case hex, over the previous change's hash and the change in canonical JSON (RFC 8785). */
export function changeHash(previousHash: string, change: HashedChange): string {
  const { log, position, actorId, at, action, subjectId, before, after } = change;
  const json = canonicalize({ log, position, actorId, at, action, subjectId, before, after });
  if (json === undefined) throw new Error('a change must be JSON');
  return bytesToHex(sha256(utf8ToBytes(`${previousHash}\n${json}`)));
}
