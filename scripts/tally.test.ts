import { describe, expect, test, vi } from 'vitest';
import { runNode, runProgram, sum, tallyOf } from '@/scripts/tally';

describe('tallyOf', () => {
  test.each([
    ['all is well', true, { passed: 3, failed: 0 }, { passed: 3, failed: 0 }],
    ['something failed', false, { passed: 3, failed: 2 }, { passed: 3, failed: 2 }],
    ['it broke without counting', false, { passed: 3, failed: 0 }, { passed: 3, failed: 1 }],
  ])('%s', (_, wentWell, counted, tally) => {
    expect(tallyOf(wentWell, counted)).toEqual(tally);
  });
});

test('sum adds up, from nothing', () => {
  expect(sum([])).toEqual({ passed: 0, failed: 0 });
  expect(
    sum([
      { passed: 1, failed: 2 },
      { passed: 3, failed: 4 },
    ]),
  ).toEqual({ passed: 4, failed: 6 });
});

describe('running a program', () => {
  test('passes on what it prints, keeps it, and tells how it ended', async () => {
    const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const ended = await runNode(['-e', "console.log('done'); process.exit(3)"]);
    expect(written).toHaveBeenCalledWith('done\n');
    written.mockRestore();
    expect(ended).toEqual({ wentWell: false, output: 'done\n' });
  });

  test('says that a program is not there', async () => {
    expect((await runProgram('no-such-program', [])).wentWell).toBe(false);
  });
});
