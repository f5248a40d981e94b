/**
 * What every page gets before it is rendered: a Content Security Policy with a nonce made for this one answer. It
 * decides nothing about who may see what; that is the server's.
 */
import { type NextRequest, NextResponse } from 'next/server';
import { PATH_HEADER } from '@/server/path-header';

export const config = {
  matcher: [
    // Pages. Static files need no policy, and `/api` sets its own headers without this detour.
    '/((?!api(?:/|$)|_next/static/).*)',
    // Addresses of the API with a percent sign, because Next answers 500 when one does not decode.
    '/(api/.*%.*)',
  ],
};

export function proxy(request: NextRequest): NextResponse {
  if (!decodes(request.nextUrl.pathname)) return undecodable();
  if (request.nextUrl.pathname.startsWith('/api/')) return NextResponse.next();

  const policy = contentSecurityPolicy(crypto.randomUUID().replaceAll('-', ''));
  // Next reads the nonce from the request's policy and puts it on every script of the page.
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (process.env['BASE_URL']?.startsWith('https:') === true) {
    response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  }
  return response;
}

/** Whether all percent escapes of a path stand for UTF-8. */
function decodes(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function undecodable(): NextResponse {
  return NextResponse.json(
    {
      type: 'about:blank',
      title: 'The request cannot be read',
      status: 400,
      code: 'malformed',
      detail: 'The address holds a % that is no valid escape.',
      requestId: crypto.randomUUID(),
    },
    { status: 400, headers: { 'content-type': 'application/problem+json' } },
  );
}

/** Development needs eval for React's stack traces and styles without a nonce for its overlay. */
function contentSecurityPolicy(nonce: string): string {
  const developing = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    developing ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // Positions (a card level with its mark, the width of a bar) are style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self'",
    "frame-src 'self'",
    // Else the rule for scripts counts, which the service worker carries no nonce for.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
