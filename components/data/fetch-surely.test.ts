import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchSurely } from './fetch-surely';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('gives what comes at once', async () => {
  await expect(fetchSurely(() => Promise.resolve('form'))).resolves.toBe('form');
});

test('asks again after a failure, until it comes', async () => {
  let asked = 0;
  const coming = fetchSurely(() => {
    asked += 1;
    return asked < 3 ? Promise.reject(new Error('away')) : Promise.resolve('form');
  });
  await vi.runAllTimersAsync();
  await expect(coming).resolves.toBe('form');
  expect(asked).toBe(3);
});
