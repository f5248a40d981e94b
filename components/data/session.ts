/** What the parts of a tab tell each other about the session. */

export type SessionNews =
  /** The desk answered as to a stranger, or to somebody else: worth asking who is here. */
  | 'doubted'
  /** The person wants to sign in now. */
  | 'signInWanted'
  /** The person who opened the page is signed in again: what waited for that may go on. */
  | 'signedInAgain';

const news = new EventTarget();

/** Tells everybody in this tab who listens. */
export function tellSession(kind: SessionNews): void {
  news.dispatchEvent(new Event(kind));
}

/** Calls the listener at each news of the kind. Gives the way to stop listening. On the server there is no news. */
export function onSession(kind: SessionNews, listener: () => void): () => void {
  if (typeof window === 'undefined') return () => undefined;
  news.addEventListener(kind, listener);
  return () => news.removeEventListener(kind, listener);
}
