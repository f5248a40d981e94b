import { expect, test } from 'vitest';
import { keysOf, shortcutFor, shortcutNames } from './shortcuts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

test.each([
  ['q', 'quote'],
  ['?', 'help'],
  ['Escape', 'leave'],
  ['Delete', 'remove'],
  ['Q', undefined],
  ['z', undefined],
])('%s stands for %s', (key, name) => {
  expect(shortcutFor({ key, ...plain })).toBe(name);
});

test.each(['ctrlKey', 'metaKey', 'altKey'] as const)('with %s, a key belongs to the browser', (modifier) => {
  expect(shortcutFor({ key: 'c', ...plain, [modifier]: true })).toBeUndefined();
});

test('no key stands for two things', () => {
  const keys = shortcutNames.flatMap(keysOf);
  expect(new Set(keys).size).toBe(keys.length);
});
