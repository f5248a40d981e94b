/** The handshake of signing in, as next-auth wants it. */
import { csrfToken } from './csrf-token';

/** What became of an attempt. */
export type SignInOutcome =
  | { readonly is: 'signedIn' }
  | { readonly is: 'wrong' }
  /** `seconds` until another attempt is heard, where the desk says so. */
  | { readonly is: 'tooMany'; readonly seconds: number | undefined }
  /** `network`: no answer came; `server`: it answered with a failure of its own. */
  | { readonly is: 'failed'; readonly why: 'network' | 'server' };

/** Tries an e-mail address with a password. Never throws. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  let response: Response;
  try {
    response = await fetch('/api/auth/callback/credentials', {
      method: 'POST',
      body: new URLSearchParams({ csrfToken: await csrfToken(), email, password, json: 'true' }),
    });
  } catch {
    return { is: 'failed', why: 'network' };
  }
  if (response.ok) return { is: 'signedIn' };
  if (response.status === 401) return { is: 'wrong' };
  if (response.status === 429)
    return { is: 'tooMany', seconds: secondsOf(response.headers.get('retry-after')) };
  return { is: 'failed', why: 'server' };
}

/** `Retry-After` in seconds (RFC 9110, 10.2.3); the desk never sends the form with a date. */
function secondsOf(retryAfter: string | null): number | undefined {
  return retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : undefined;
}
