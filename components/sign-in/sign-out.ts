/** Ends the session here and on the server, then leads to the sign-in page. Gives false when the desk did not answer. */
import { csrfToken } from './csrf-token';

export async function signOut(): Promise<boolean> {
  try {
    const response = await fetch('/api/auth/signout', {
      method: 'POST',
      body: new URLSearchParams({ csrfToken: await csrfToken(), json: 'true', callbackUrl: '/sign-in' }),
    });
    if (!response.ok) return false;
  } catch {
    return false;
  }
  // A whole new page, so that nothing of what was read stays in memory.
  window.location.assign('/sign-in');
  return true;
}
