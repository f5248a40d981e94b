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
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  const isOpen = operations.some(({ who }) => who === 'anyone');
  const [any] = operations;
  if (any === undefined) throw new Error('a route has at least one operation');

  const refuse: RouteHandler = async (request, { params }) => {
    const response = await answered(
      async (desk) => {
        if (!isOpen) await signedIn(desk, request);
        parseParams(any, await params);
        if (request.method === 'OPTIONS') return new Response(null, { status: 204 });
        throw new Refusal('method-not-allowed', `${request.method} means nothing here; ${allow} do.`);
      },
      { method: request.method, path: any.path },
    );
    if (response.status === 204 || response.status === 405) response.headers.set('allow', allow);
    return response;
  };
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: refuse };
}
