import { expect, test } from 'vitest';
import type { Presence } from '@/domain/presence';
import { rememberPlaces } from './known-places';

const person = { id: 'ana', name: 'Ana' };
const active: Presence = { person, state: 'active', selection: { start: 3, end: 9 } };
const idle: Presence = { person, state: 'idle', selection: null };
const nowhere = new Map();

test('somebody who became idle is remembered where they were', () => {
  const known = rememberPlaces(nowhere, [active], [idle]);
  expect(known.get('ana')).toEqual({ start: 3, end: 9 });
  expect(rememberPlaces(known, [idle], [idle])).toBe(known);
});

test('who tells a place needs no memory', () => {
  expect(rememberPlaces(nowhere, [active], [{ ...active, selection: { start: 4, end: 4 } }])).toBe(nowhere);
  const known = rememberPlaces(nowhere, [active], [idle]);
  expect(rememberPlaces(known, [idle], [active]).size).toBe(0);
});

test('who is gone is forgotten', () => {
  const known = rememberPlaces(nowhere, [active], [idle]);
  const gone = rememberPlaces(known, [idle], []);
  expect(rememberPlaces(gone, [], [idle]).size).toBe(0);
});
