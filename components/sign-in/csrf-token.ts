import { z } from 'zod';

const CsrfReply = z.object({ csrfToken: z.string() });

/** The token that next-auth's forms carry; asking for it also sets the cookie that belongs to it. Throws without an answer. */
export async function csrfToken(): Promise<string> {
  const response = await fetch('/api/auth/csrf', { cache: 'no-store' });
  return CsrfReply.parse(await response.json()).csrfToken;
}
