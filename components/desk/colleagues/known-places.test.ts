import { expect, test } from 'vitest';
import type { Presence } from '@/domain/presence';
import { seePlaces } from './known-places';

const person = { id: 'ana', name: 'Ana' };
const active: Presence = { person, state: 'active', selection: { start: 3, end: 9 } };
const idle: Presence = { person, state: 'idle', selection: null };

test('somebody who became idle is remembered where they were', () => {
  const known = seePlaces(new Map(), [active]);
  expect(seePlaces(known, [idle]).get('ana')).toEqual({ start: 3, end: 9 });
});

test('seeing nothing new gives the same object', () => {
  const known = seePlaces(new Map(), [active]);
  expect(seePlaces(known, [active])).toBe(known);
  expect(seePlaces(known, [idle])).toBe(known);
});

test('who is gone is forgotten', () => {
  const known = seePlaces(new Map(), [active]);
  expect(seePlaces(seePlaces(known, []), [idle]).size).toBe(0);
});

test('nothing is made up for somebody who was never seen anywhere', () => {
  expect(seePlaces(new Map(), [idle]).size).toBe(0);
});
