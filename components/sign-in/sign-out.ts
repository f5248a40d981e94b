/** Ends the session here and on the server, then leads to the sign-in page. Gives false when the desk did not answer. */
import { forgetCopies } from '@/components/offline/forget-copies';
import { csrfToken } from './csrf-token';
import { goTo } from './go-to';

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
  // Before the way out, so that nobody finds what was read here.
  await forgetCopies();
  goTo('/sign-in');
  return true;
}
