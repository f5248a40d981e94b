import { expect, test } from 'vitest';
import { keysOf, shortcutFor, shortcutNames } from './shortcuts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

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

test('a capital is another key than its letter, made with Shift and not with the lock', () => {
  expect(shortcutFor({ key: 'T', ...plain, shiftKey: true })).toBe('takeAllTheirs');
  expect(shortcutFor({ key: 'T', ...plain })).toBeUndefined();
});

test.each(['ctrlKey', 'metaKey', 'altKey'] as const)('with %s, a key belongs to the browser', (modifier) => {
  expect(shortcutFor({ key: 'c', ...plain, [modifier]: true })).toBeUndefined();
});

test('no key stands for two things', () => {
  const keys = shortcutNames.flatMap(keysOf);
  expect(new Set(keys).size).toBe(keys.length);
});
