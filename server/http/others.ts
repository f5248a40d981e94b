/** Answers for the methods that a route does not have. */
import { Refusal } from '@/domain/refusal';
import { answered, parseParams, type RouteHandler, signedIn } from '@/server/http/handle';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
type Others = Readonly<Record<(typeof METHODS)[number], RouteHandler>>;

/**
 * A handler for every method, of which a route exports those that it lacks: 405 with `Allow`; `OPTIONS` tells the same
 * without a body. An address that names nothing stays 404, and only who is signed in learns any of it.
 */
export function others(...handlers: readonly RouteHandler[]): Others {
  const operations = handlers.flatMap(({ operation }) => operation ?? []);
  const methods = operations.map(({ method }) => method);
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
  const isOpen = operations.some(({ who }) => who === 'anyone');
  const [any] = operations;
  if (any === undefined) throw new Error('a route has at least one operation');

  const refuse: RouteHandler = (request, { params }) =>
    answered(
      async (desk) => {
        if (!isOpen) await signedIn(desk, request);
        parseParams(any, await params);
        if (request.method === 'OPTIONS') {
          return new Response(null, { status: 204, headers: { allow: allow.join(', ') } });
        }
        throw new Refusal('method-not-allowed', `${request.method} means nothing at this address.`, {
          allow,
        });
      },
      { method: request.method, path: any.path },
    );
  return all(refuse);
}

/** The handlers of every address that no route names: 404, and to nobody who is not signed in. */
export const nothingHere: Others = all((request) =>
  answered(
    async (desk) => {
      await signedIn(desk, request);
      throw new Refusal('not-found', 'There is nothing at this address.');
    },
    { method: request.method, path: '/api' },
  ),
);

function all(handler: RouteHandler): Others {
  return { GET: handler, POST: handler, PUT: handler, PATCH: handler, DELETE: handler, OPTIONS: handler };
}
