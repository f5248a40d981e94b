/** Versions as entity tags (RFC 9110, 8.8.3). */
import { Refusal } from '@/domain/refusal';

/** The tag of a version: `"3"`. */
export function entityTag(version: number): string {
  return `"${version}"`;
}

/**
 * The version that `If-Match` names. Weak tags count like strong ones: proxies that compress weaken them, and a version
 * says the same either way. Absent: 428; a list, `*` or anything else: 400.
 */
export function expectedVersion(headers: Headers): number {
  const given = headers.get('if-match');
  if (given === null) {
    throw new Refusal(
      'version-required',
      'Say in the If-Match header which version you saw, as the ETag gave it.',
    );
  }
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(given.trim());
  if (match === null) {
    throw new Refusal(
      'malformed',
      'The If-Match header must hold the one version that you saw, such as "3".',
      {
        errors: [{ path: 'If-Match', message: 'is not a version such as "3"' }],
      },
    );
  }
  return Number(match[1]);
}
