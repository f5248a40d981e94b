/** Running a program of the tests, and counting what it says of passed and failed. */
import { spawn } from 'node:child_process';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export interface Ended {
  /** Exit code 0. */
  readonly wentWell: boolean;
  /** Everything that it printed, which was passed on as it came. */
  readonly output: string;
}

/** Runs a program in this very Node, its output passed on; `env` is added to ours. */
export function runNode(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return runProgram(process.execPath, args, env);
}

/** Runs a program, its output passed on, nothing to read from; a program that is not there did not go well. */
export function runProgram(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, CI: 'true', NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1' },
  });
  let output = '';
  for (const [stream, ours] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      ours.write(text);
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ wentWell: false, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ wentWell: code === 0, output }));
  });
}

/** The counts of a runner; one that broke without counting a failure counts as one. */
export function tallyOf(wentWell: boolean, { passed, failed }: Tally): Tally {
  return { passed, failed: wentWell ? failed : Math.max(1, failed) };
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }),
    { passed: 0, failed: 0 },
  );
}
