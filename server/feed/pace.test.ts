import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Pace } from './pace';

let told: string[];
let pace: Pace;
beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  pace = new Pace(
    (key) => told.push(key),
    (key) => (key === 'slow' ? 1000 : 100),
  );
});
afterEach(() => {
  pace.stop();
  vi.useRealTimers();
});

it('tells at once after a quiet time', () => {
  pace.touch('a');
  pace.touch('b');
  expect(told).toEqual(['a', 'b']);
  vi.advanceTimersByTime(100);
  pace.touch('a');
  expect(told).toEqual(['a', 'b', 'a']);
});

it('tells what is touched often once per pause, and once more after the last touch', () => {
  for (let step = 0; step < 25; step += 1) {
    pace.touch('a');
    vi.advanceTimersByTime(10);
  }
  // At 0, 100 and 200, and at 300 of what happened since.
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(['a', 'a', 'a', 'a']);
});

it('keeps a pause for each key', () => {
  for (const key of ['slow', 'slow', 'a', 'a']) pace.touch(key);
  vi.advanceTimersByTime(999);
  expect(told).toEqual(['slow', 'a', 'a']);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['slow', 'a', 'a', 'slow']);
});

it('tells nothing any more once it is stopped', () => {
  pace.touch('a');
  pace.touch('a');
  pace.stop();
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(['a']);
});
