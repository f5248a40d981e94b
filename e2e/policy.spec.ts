/** What pages are sent with, whoever asks. */
import { expect, test } from '@/e2e/fixtures/test';

const pages = ['/sign-in', '/nowhere', '/set-up/nothing'] as const;

for (const path of pages) {
  test(`${path} allows only what carries the nonce of this one answer`, async ({ request }) => {
    const nonces = new Set<string>();
    for (let time = 0; time < 2; time += 1) {
      const answer = await request.get(path);
      const policy = answer.headers()['content-security-policy'] ?? '';
      const nonce = /script-src 'nonce-([0-9a-f]{32})' 'strict-dynamic'(?:;|$)/.exec(policy)?.[1] ?? '';
      expect(nonce).not.toBe('');
      nonces.add(nonce);
      for (const rule of [
        `style-src 'self' 'nonce-${nonce}'`,
        "style-src-attr 'unsafe-inline'",
        "frame-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ]) {
        expect(policy.split('; ')).toContain(rule);
      }
      const scripts = (await answer.text()).match(/<script[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    }
    expect(nonces.size).toBe(2);
  });

  test(`${path} says what else browsers are held to`, async ({ request }) => {
    expect((await request.get(path)).headers()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': expect.stringMatching(/^(same-origin|no-referrer)$/),
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
  });
}

for (const path of ['/%', '/articles/%E0%A4%A', '/set-up/%zz', '/api/%', '/api/articles/%E0%A4%A']) {
  test(`${path} does not decode and is told so`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(400);
    expect(answer.headers()['content-type']).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 400, code: 'malformed' });
  });
}
