/** A signed-in client that speaks HTTP and nothing else, as a browser's script would. */

export interface Sent {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** The version seen, sent as `If-Match`. */
  readonly version?: number;
  readonly idempotencyKey?: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Client {
  readonly email: string;
  readonly origin: string;
  /** For tools that send requests by themselves. */
  readonly headers: Readonly<Record<string, string>>;
  /** Rejects when no whole answer came. */
  send(request: Sent): Promise<Answer>;
  /** Ends the session; the client goes on sending its cookie. */
  signOut(): Promise<void>;
}

/** Signs in by next-auth's own two requests. The session outlives the server process. */
export async function signIn(origin: string, email: string, password: string): Promise<Client> {
  const csrf = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = csrfReply(await csrf.json());
  const cookies = cookiesOf(csrf);
  const signedIn = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies.join('; '), origin },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  });
  const session = cookiesOf(signedIn);
  if (!session.some((cookie) => cookie.includes('session'))) {
    throw new Error(`${email} could not sign in: ${signedIn.status} ${await signedIn.text()}`);
  }
  const headers = { cookie: [...cookies, ...session].join('; '), origin };
  return {
    email,
    origin,
    headers,
    async send({ method, path, body, version, idempotencyKey }) {
      const response = await fetch(`${origin}${path}`, {
        method,
        headers: {
          ...headers,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    async signOut() {
      const response = await fetch(`${origin}/api/auth/signout`, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body: new URLSearchParams({ csrfToken, json: 'true' }),
      });
      if (!response.ok) throw new Error(`${email} could not sign out: ${response.status}`);
    },
  };
}

function csrfReply(reply: unknown): { readonly csrfToken: string } {
  if (
    typeof reply === 'object' &&
    reply !== null &&
    'csrfToken' in reply &&
    typeof reply.csrfToken === 'string'
  ) {
    return { csrfToken: reply.csrfToken };
  }
  throw new Error('the server gave no CSRF token');
}

function cookiesOf(response: Response): string[] {
  return response.headers.getSetCookie().flatMap((cookie) => cookie.split(';', 1));
}
