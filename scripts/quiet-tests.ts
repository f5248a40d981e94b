/** Before every test: what is written to the console as an error fails it, because nobody reads it otherwise. */
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

let errors: MockInstance<typeof console.error>;

beforeEach(() => {
  errors = vi.spyOn(console, 'error');
});

afterEach(() => {
  const said = errors.mock.calls;
  errors.mockRestore();
  expect(said, 'console.error was called').toEqual([]);
});
