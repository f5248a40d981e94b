/** Passwords: argon2id, and the refusal of what is guessed first. */
import { hash, verify } from '@node-rs/argon2';
import { MAX_PASSWORD } from '@/domain/contract/people';
import { commonPasswords } from '@/server/common-passwords';

/** OWASP's recommendation for argon2id, which is the library's default variant: 19 MiB, two passes, one lane. */
const strength = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** The hash of a password in PHC form, salted anew each time. */
export function hashPassword(password: string): Promise<string> {
  return hash(prepared(password), strength);
}

/**
 * Whether a password is the one that was hashed. Without a hash (nobody of that name, nothing chosen yet) it takes as
 * long and says no, so that the time tells nothing.
 */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  if (password.length > MAX_PASSWORD) return false;
  const matches = await verify(stored ?? (await nobodysHash()), prepared(password));
  return matches && stored !== undefined;
}

/** Whether a hash was made with other parameters than today's, so that it should be made anew at the next sign-in. */
export function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = strength;
  return !stored.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}

/** Why a password would be guessed first; undefined when nothing speaks against it. */
export function weaknessOf(password: string, about: readonly string[]): string | undefined {
  const plain = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (commonPasswords.has(password.toLowerCase()) || commonPasswords.has(plain)) {
    return 'is among the passwords that are guessed first';
  }
  if (new Set(plain).size < 5) return 'repeats itself; take something longer in kinds of characters';
  const told = about.map((word) => word.toLowerCase()).filter((word) => word.length >= 4);
  const rest = told.reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase());
  if (rest !== password.toLowerCase() && rest.length < 8) return 'is mostly your name or address';
  return undefined;
}

/** One password can be typed in two Unicode forms. */
function prepared(password: string): string {
  return password.normalize('NFKC');
}

let nobody: Promise<string> | undefined;

function nobodysHash(): Promise<string> {
  nobody ??= hashPassword(crypto.randomUUID());
  return nobody;
}
