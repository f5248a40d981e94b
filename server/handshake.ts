/**
 * next-auth, kept to what it is used for: the handshake of signing in and out. It wraps our opaque session id into a
 * cookie; whether that lets anybody in, `session.ts` decides. Its handler for Node-style requests is called with plain
 * objects, so that bodies are read with our limits and nothing reaches it that it would answer with a 500.
 */
import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth, { type AuthOptions } from 'next-auth';
import { decode } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import { isRefusal, Refusal } from '@/domain/refusal';
import type { House } from '@/server/house';
import { readBytes } from '@/server/http/body';
import { readCookies } from '@/server/http/cookies';
import { answered, callerOf, type RouteHandler } from '@/server/http/handle';
import { parsed } from '@/server/http/issues';
import { checkOrigin } from '@/server/http/origin';
import { actorOf, cookieName, endSession, isTls, sessionIdIn, sessionIdOf } from '@/server/session';
import { LONGEST_SESSION } from '@/server/session-times';
import { signIn } from '@/server/sign-in';

/** The addresses of next-auth that exist here, each with its only method. */
const methodOf: Readonly<Record<string, 'GET' | 'POST'>> = {
  csrf: 'GET',
  session: 'GET',
  providers: 'GET',
  signin: 'GET',
  error: 'GET',
  'callback/credentials': 'POST',
  signout: 'POST',
};

/** Larger than any sign-in form. */
const FORM_LIMIT = 16 * 1024;

/** What the forms carry; whatever else is sent is dropped. */
const Form = z.object({
  csrfToken: z.string().max(200).optional(),
  email: z.string().max(1000).default(''),
  password: z.string().max(1000).default(''),
  callbackUrl: z.string().max(2000).optional(),
  /** Whether to tell the next address as JSON instead of leading there. */
  json: z.unknown().optional(),
});
type Form = z.infer<typeof Form>;

/** The handler of every method under `/api/auth`. */
export const handshake: RouteHandler = (request) => {
  const { pathname, searchParams } = new URL(request.url);
  const action = pathname.replace(/^\/api\/auth\//, '').replace(/\/$/, '');
  return answered(
    async (desk) => {
      const method = Object.hasOwn(methodOf, action) ? methodOf[action] : undefined;
      if (method === undefined) throw new Refusal('not-found', 'There is nothing at this address.');
      if (request.method !== method && !(method === 'GET' && request.method === 'HEAD')) {
        throw new Refusal('method-not-allowed', `Only ${method} means something here.`, { allow: [method] });
      }
      if (request.headers.has('origin')) checkOrigin(request.headers, desk.env.baseUrl);
      const form = method === 'POST' ? await readForm(request) : Form.parse({});
      return exchange(
        desk,
        request,
        action,
        form,
        ownPath(form.callbackUrl ?? searchParams.get('callbackUrl')),
      );
    },
    { method: request.method, path: pathname },
  );
};

async function exchange(
  desk: House,
  request: Request,
  action: string,
  form: Form,
  callbackUrl: string,
): Promise<Response> {
  const cookies = { ...readCookies(request.headers.get('cookie')) };
  delete cookies[cookieName(desk.env.baseUrl, 'callback-url')];
  let refusal: unknown;
  const options = optionsFor(desk, async () => {
    try {
      const previousSession = await sessionIdIn(desk, request.headers.get('cookie'));
      const id = await signIn(desk, form, { address: callerOf(request), previousSession });
      return id === undefined ? null : { id };
    } catch (error) {
      // next-auth would turn it into a redirect; it is thrown again below.
      refusal = error;
      return null;
    }
  });
  const asked = {
    method: request.method === 'POST' ? 'POST' : 'GET',
    query: { nextauth: action.split('/'), callbackUrl, ...knownError(request) },
    headers: {},
    cookies,
    body: {
      csrfToken: form.csrfToken,
      callbackUrl,
      ...(String(form.json) === 'true' ? { json: 'true' } : {}),
    },
  };
  const answer = new Answer();
  // next-auth's types ask for whole Node requests and responses; it touches these parts alone.
  await NextAuth(asked as unknown as NextApiRequest, answer as unknown as NextApiResponse, options);
  if (refusal !== undefined) throw refusal;
  if (answer.location?.endsWith('csrf=true') === true) {
    throw new Refusal('cross-origin', 'The form is out of date: load the page again and send it once more.');
  }
  return answer.toResponse();
}

function optionsFor(desk: House, authorize: () => Promise<{ id: string } | null>): AuthOptions {
  const { authSecret, env, log } = desk;
  const secure = isTls(env.baseUrl);
  const cookie = (name: Parameters<typeof cookieName>[1]) => ({
    name: cookieName(env.baseUrl, name),
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  });
  return {
    secret: authSecret,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: LONGEST_SESSION / 1000 },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: cookie('session-token'),
      callbackUrl: cookie('callback-url'),
      csrfToken: cookie('csrf-token'),
    },
    providers: [
      CredentialsProvider({
        name: 'E-mail and password',
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize,
      }),
    ],
    callbacks: {
      // The token carries the session's id and nothing else.
      jwt: ({ token, user }) => (user === undefined ? token : { sid: user.id }),
      async session({ session, token }) {
        const actor = await actorOf(desk, String(token['sid']));
        return actor === undefined
          ? { expires: session.expires }
          : { ...session, user: { name: actor.name, email: actor.email } };
      },
      // Only addresses of this desk were let through.
      redirect: ({ url }) => url,
    },
    jwt: {
      // A token whose session has ended is none: next-auth then answers as to a stranger.
      async decode(given) {
        const id = await sessionIdOf(authSecret, given.token ?? '');
        if (id === undefined || (await actorOf(desk, id)) === undefined) return null;
        return decode(given);
      },
    },
    events: {
      async signOut({ token }) {
        const id = token?.['sid'];
        if (typeof id === 'string') await endSession(desk, id);
      },
    },
    logger: {
      error: (code, metadata) => log.debug({ code, metadata }, 'next-auth refused'),
      warn: (code) => log.debug({ code }, 'next-auth warned'),
      debug: (code) => log.debug({ code }, 'next-auth says'),
    },
  };
}

async function readForm(request: Request): Promise<Form> {
  const bytes = await readBytes(request, FORM_LIMIT);
  const [type] = (request.headers.get('content-type') ?? '').toLowerCase().split(';');
  let fields: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (type?.trim() === 'application/x-www-form-urlencoded') {
      fields = Object.fromEntries(new URLSearchParams(text));
    } else if (type?.trim() === 'application/json') fields = JSON.parse(text);
    else throw new Refusal('unsupported-type', 'Send the form URL-encoded or as JSON.');
  } catch (error) {
    if (isRefusal(error)) throw error;
    throw new Refusal('malformed', 'The form cannot be read.');
  }
  return parsed(Form, fields);
}

/** A path of this desk; anything else becomes its first page. */
function ownPath(wanted: string | null): string {
  return wanted !== null && /^\/(?![\\/])[\x21-\x7e]*$/.test(wanted) ? wanted : '/';
}

function knownError(request: Request): { error?: string } {
  const error = new URL(request.url).searchParams.get('error');
  return error === 'CredentialsSignin' ? { error } : {};
}

/** The parts of a Node response that next-auth uses, kept to make a `Response` of them. */
class Answer {
  private code = 200;
  private body: string | null = null;
  private readonly headers = new Map<string, string | readonly string[]>();

  get location(): string | undefined {
    return String(this.headers.get('location') ?? this.redirectInBody() ?? '');
  }

  status(code: number): this {
    this.code = code;
    return this;
  }

  getHeader(name: string): string | readonly string[] | undefined {
    return this.headers.get(name.toLowerCase());
  }

  setHeader(name: string, value: string | readonly string[]): this {
    this.headers.set(name.toLowerCase(), value);
    return this;
  }

  json(value: unknown): void {
    this.setHeader('content-type', 'application/json');
    this.body = JSON.stringify(value);
  }

  send(value: unknown): void {
    if (typeof value === 'string' || value === undefined) this.body = value ?? null;
    else this.json(value);
  }

  end(): this {
    return this;
  }

  toResponse(): Response {
    const headers = new Headers();
    for (const [name, value] of this.headers) {
      for (const one of typeof value === 'string' ? [value] : value) headers.append(name, one);
    }
    return new Response(this.body, { status: this.code, headers });
  }

  private redirectInBody(): unknown {
    const told: unknown = this.body?.startsWith('{"url"') === true ? JSON.parse(this.body) : undefined;
    return typeof told === 'object' && told !== null && 'url' in told ? told.url : undefined;
  }
}
