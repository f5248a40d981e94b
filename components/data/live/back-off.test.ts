import { expect, test } from 'vitest';
import { pauseAfter } from './back-off';

const cases: readonly (readonly [failures: number, chance: number, pause: number])[] = [
  [0, 0.5, 1000],
  [1, 0.5, 1000],
  [2, 0.5, 2000],
  [4, 0.5, 8000],
  [50, 0.5, 30_000],
  [2, 0, 1000],
  [2, 1, 3000],
];

test.each(cases)(
  'after %i failures the desk is asked again, with chance %f, in %i ms',
  (failures, chance, pause) => {
    expect(pauseAfter(failures, 1000, chance)).toBe(pause);
  },
);
