import { beforeEach, expect, it } from 'vitest';
import {
  Attendance,
  GONE_AFTER_STREAM,
  GONE_AFTER_TELLING,
  IDLE_AFTER,
  type PresenceChange,
} from './attendance';

const ada = { id: '00000000-0000-4000-8000-00000000000a', name: 'Ada' };
const bob = { id: '00000000-0000-4000-8000-00000000000b', name: 'Bob' };
const words = { start: 4, end: 12 };

let told: [string, PresenceChange][];
let attendance: Attendance;
beforeEach(() => {
  told = [];
  attendance = new Attendance((...what) => told.push(what));
});

it('lists people in the order in which they came, each article by itself', () => {
  attendance.arrive('a', bob, 0);
  attendance.tell('a', ada, words, 1);
  attendance.arrive('b', ada, 2);
  expect(attendance.at('a')).toEqual([
    { person: bob, selection: null, state: 'active' },
    { person: ada, selection: words, state: 'active' },
  ]);
  expect([...attendance.occupied()]).toEqual(['a', 'b']);
  expect(attendance.at('c')).toEqual([]);
});

it('tells of news only: the same place again is none', () => {
  attendance.arrive('a', ada, 0);
  attendance.arrive('a', ada, 0);
  attendance.tell('a', ada, words, 1);
  attendance.tell('a', ada, { ...words }, 2);
  attendance.tell('a', ada, null, 3);
  expect(told).toEqual([
    ['a', 'who'],
    ['a', 'where'],
    ['a', 'where'],
  ]);
});

it('lets the newest word count, from whichever browser', () => {
  attendance.arrive('a', ada, 0);
  attendance.arrive('a', ada, 0);
  attendance.tell('a', ada, words, 1);
  attendance.tell('a', ada, { start: 0, end: 0 }, 2);
  expect(attendance.at('a')).toEqual([{ person: ada, selection: { start: 0, end: 0 }, state: 'active' }]);
});

it('is idle without a place when nothing was heard, and active again at the next word', () => {
  attendance.arrive('a', ada, 0);
  attendance.tell('a', ada, words, 1000);
  attendance.sweep(1000 + IDLE_AFTER - 1);
  expect(attendance.at('a')[0]?.state).toBe('active');
  told = [];
  attendance.sweep(1000 + IDLE_AFTER);
  attendance.sweep(1001 + IDLE_AFTER);
  expect(attendance.at('a')).toEqual([{ person: ada, selection: null, state: 'idle' }]);
  attendance.tell('a', ada, null, 1002 + IDLE_AFTER);
  expect(attendance.at('a')[0]?.state).toBe('active');
  expect(told).toEqual([
    ['a', 'where'],
    ['a', 'where'],
  ]);
});

it('stays while one stream is open, and is gone soon after the last', () => {
  attendance.arrive('a', ada, 0);
  attendance.arrive('a', ada, 0);
  attendance.leave('a', ada.id, 10);
  attendance.sweep(10 + 1_000_000);
  expect(attendance.at('a')).toHaveLength(1);
  attendance.leave('a', ada.id, 2_000_000);
  attendance.sweep(2_000_000 + GONE_AFTER_STREAM - 1);
  expect(attendance.at('a')).toHaveLength(1);
  attendance.sweep(2_000_000 + GONE_AFTER_STREAM);
  expect(attendance.at('a')).toEqual([]);
  expect(told.at(-1)).toEqual(['a', 'who']);
  expect([...attendance.occupied()]).toEqual([]);
});

it('who comes back in time was never gone', () => {
  attendance.arrive('a', ada, 0);
  attendance.tell('a', ada, words, 0);
  attendance.leave('a', ada.id, 1);
  attendance.arrive('a', ada, GONE_AFTER_STREAM);
  attendance.sweep(10 + GONE_AFTER_STREAM);
  expect(attendance.at('a')).toEqual([{ person: ada, selection: words, state: 'active' }]);
  expect(told.filter(([, what]) => what === 'who')).toHaveLength(1);
});

it('without a stream, every word keeps somebody a little longer', () => {
  attendance.tell('a', ada, words, 0);
  attendance.tell('a', ada, words, 10_000);
  attendance.sweep(10_000 + GONE_AFTER_TELLING - 1);
  expect(attendance.at('a')).toHaveLength(1);
  attendance.sweep(10_000 + GONE_AFTER_TELLING);
  expect(attendance.at('a')).toEqual([]);
});

it('forgets nobody else when somebody leaves, and minds no stranger who does', () => {
  attendance.arrive('a', ada, 0);
  attendance.arrive('a', bob, 0);
  attendance.leave('a', ada.id, 0);
  attendance.leave('a', 'nobody', 0);
  attendance.leave('b', ada.id, 0);
  attendance.sweep(GONE_AFTER_STREAM);
  expect(attendance.at('a').map(({ person }) => person)).toEqual([bob]);
});
