import { expect, it } from 'vitest';
import { unfit } from './issues';
import { problem } from './problem';

it('tells no more places that do not fit than somebody could mend, and how many there are', async () => {
  const errors = Array.from({ length: 100_000 }, (_, place) => ({
    path: `spans.${place}`,
    message: 'is missing',
  }));
  const answer = await problem(unfit(errors), 'request').json();
  expect(answer.detail).toBe('spans.0 is missing. 99999 more of it does not fit either.');
  expect(answer.errors).toEqual(errors.slice(0, 200));
});
