import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextPath } from './next-path';

test.each([
  { asked: '/articles/x-abc123?kind=quote#a', path: '/articles/x-abc123?kind=quote#a' },
  { asked: undefined, path: '/' },
  { asked: null, path: '/' },
  { asked: '', path: '/' },
  { asked: 'https://evil.example/', path: '/' },
  { asked: '//evil.example/', path: '/' },
  { asked: '/\\evil.example', path: '/' },
  { asked: '/\t/evil.example', path: '/' },
  { asked: '/..//evil.example', path: '/' },
  { asked: 'javascript:alert(1)', path: '/' },
  { asked: '/sign-in?next=/', path: '/' },
  { asked: '/api/auth/signout', path: '/' },
])('$asked leads to $path', ({ asked, path }) => {
  expect(nextPath(asked)).toBe(path);
});

test('whatever is asked, a browser stays on this site', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('/', '\\', '.', '\t', '\n', ':', '@', 'a', '?', '#', '%', '2', 'f', ' '),
  });
  fc.assert(
    fc.property(hostile, (rest) => {
      const here = 'https://here.example';
      expect(new URL(nextPath(`/${rest}`), here).origin).toBe(here);
    }),
  );
});
