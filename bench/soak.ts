/**
 * `npm run soak`: the fault and race harnesses at full length, against the built server; `-- --short` with the small
 * counts of `npm test`. Each harness is run a second time against a server in which what it guards against is broken
 * (modules that Node loads before the server, of which the product knows nothing), and must notice.
 * Exits with 1 when a promise is broken or a harness is blind.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Client } from './client';
import { crash } from './crash';
import { type BenchArticle, makeArticle, makeDesk, signInAs } from './desk';
import { duplicates } from './duplicates';
import { fullDisk } from './full-disk';
import { median } from './median';
import { races } from './races';
import { revocation } from './revocation';
import { type ServerOptions, startServer } from './server';
import { shutdown } from './shutdown';
import { streams } from './streams';

const isShort = process.argv.includes('--short');
const counts = isShort
  ? { rounds: 10, attempts: 1000, desks: 1 }
  : { rounds: 30, attempts: 10_000, desks: 10 };

/** On one desk; on a desk whose log goes on for many more, those who are always cut fall too far behind to catch up. */
const CUTS = 200;

type Broken = Pick<ServerOptions, 'preload' | 'variables'>;

/** Ways in which a server breaks what is promised. */
const broken = {
  answersBeforeCommit: { preload: moduleAt('bench/answer-before-commit.mjs') },
  forgetsKeys: { preload: moduleAt('bench/forget-keys.mjs') },
  ignoresVersions: { preload: moduleAt('bench/ignore-versions.mjs') },
  losesEvents: streamsBroken('drop'),
  tellsTwice: streamsBroken('double'),
  saysNoGoodbye: streamsBroken('mute'),
  keepsStreams: { preload: moduleAt('bench/keep-streams.mjs') },
} as const satisfies Record<string, Broken>;

/** How long the revocation harness waits for a stream that never ends: the goal, and some more (milliseconds). */
const SHORT_PATIENCE = 6000;

let failures = 0;

/** Prints one finding; `isRight` decides whether the run as a whole fails. */
function tell(isRight: boolean, what: string, details: readonly string[] = []): void {
  console.log(`${isRight ? 'ok  ' : 'FAIL'} ${what}`);
  for (const detail of details.slice(0, 10)) console.log(`       ${detail}`);
  if (!isRight) failures += 1;
}

/** Prints whether a harness noticed what was broken, with the first thing that it noticed. */
function tellNoticed(what: string, problems: readonly string[]): void {
  tell(problems.length > 0, `noticed: ${what}${problems[0] === undefined ? '' : ` (${problems[0]})`}`);
}

await tellCrashes();
await tellWrites();
await tellStreams();
await tellEndings();
await tellFullDisk();
// The specs of `npm test` have run the short sequences already.
if (!isShort) await tellBrowsers();
process.exitCode = failures === 0 ? 0 : 1;

async function tellCrashes(): Promise<void> {
  const { rounds } = counts;
  const whole = await crash({ rounds });
  const slowest = Math.max(...whole.readyAgain);
  tell(
    whole.lost === 0 && whole.doubled === 0 && whole.problems.length === 0,
    `killed ${rounds} times: ${whole.acknowledged} of ${whole.sent} writes acknowledged, ${whole.replayed} replayed, ${whole.lost} lost, ${whole.doubled} doubled; ready again in ${median(whole.readyAgain).toFixed(0)} ms, at most ${slowest.toFixed(0)} ms`,
    whole.problems,
  );
  const { lost } = await crash({ rounds: 3, ...broken.answersBeforeCommit });
  tellNoticed('a server that answers before the commit', lost > 0 ? [`${lost} lost`] : []);
}

/** Three browsers on one article, in more and longer random sequences than among the specs. */
async function tellBrowsers(): Promise<void> {
  const spec = ['node_modules/@playwright/test/cli.js', 'test', 'e2e/together.spec.ts', '--project=specs'];
  const run = spawn(process.execPath, [...spec, '--reporter=list'], {
    stdio: 'inherit',
    env: { ...process.env, TOGETHER_RUNS: '10', TOGETHER_LENGTH: '40' },
  });
  await once(run, 'exit');
  tell(
    run.exitCode === 0,
    'three browsers and the server end up equal, over 10 random sequences of 40 actions',
  );
}

async function tellWrites(): Promise<void> {
  const { attempts } = counts;
  await withServer({}, async (clients, article) => {
    const doubles = await duplicates({ client: clients[0], article });
    tell(
      doubles.length === 0,
      '50 copies of one write: one mark, one answer; another body under the key refused',
      doubles,
    );
    const race = await races({ clients, article, attempts });
    tell(
      race.problems.length === 0,
      `8 clients, ${attempts} attempts at one mark: ${race.successes} succeeded, none was overwritten unseen`,
      race.problems,
    );
  });
  await withServer(broken.forgetsKeys, async ([client], article) => {
    tellNoticed('a server that forgets idempotency keys', await duplicates({ client, article }));
  });
  await withServer(broken.ignoresVersions, async (clients, article) => {
    const { problems } = await races({ clients, article, attempts: 200 });
    tellNoticed('a server that ignores which version was seen', problems);
  });
}

async function tellStreams(): Promise<void> {
  for (let desk = 1; desk <= counts.desks; desk += 1) {
    const whole = await streams({ cuts: CUTS });
    tell(
      whole.problems.length === 0,
      `streams cut ${whole.cuts} times, ${whole.insideLetters} of them inside a letter, the server killed and ended: ${whole.acknowledged} acknowledged writes seen by all; 1,000 missed changes caught up in ${whole.caughtUpIn.toFixed(0)} ms`,
      whole.problems,
    );
  }
  const lost = await streams({ cuts: 20, broken: broken.losesEvents });
  tellNoticed('a server that loses an event', lost.problems);
  const twice = await streams({ cuts: 20, broken: broken.tellsTwice });
  tellNoticed('a server that tells an event twice', twice.problems);
}

async function tellEndings(): Promise<void> {
  const whole = await shutdown();
  tell(
    whole.problems.length === 0,
    `ended under 32 writers and 200 streams: ${whole.toldGoodbye} told goodbye, requests at work answered, gone after ${whole.goneAfter.toFixed(0)} ms`,
    whole.problems,
  );
  tellNoticed('a server that says no goodbye', (await shutdown(broken.saysNoGoodbye)).problems);

  const revoked = await revocation();
  const times = Object.entries(revoked.endedAfter).map(([how, after]) => `${how} ${after.toFixed(0)} ms`);
  tell(
    revoked.problems.length === 0,
    `a session that ends closes its stream and refuses the next write: ${times.join(', ')}`,
    revoked.problems,
  );
  const kept = await revocation(broken.keepsStreams, SHORT_PATIENCE);
  tellNoticed('a server that keeps the streams of ended sessions', kept.problems);
}

async function tellFullDisk(): Promise<void> {
  const whole = await fullDisk();
  tell(
    whole.problems.length === 0,
    `full disk (${whole.what}): ${whole.acknowledged} writes made, ${whole.refused} refused and made once there was room, no restart`,
    whole.problems,
  );
}

/** Runs on a desk of its own with four clients. */
async function withServer(
  options: Broken,
  use: (clients: readonly [Client, ...Client[]], article: BenchArticle) => Promise<void>,
): Promise<void> {
  const desk = await makeDesk(4);
  try {
    const server = await startServer({ databaseUrl: desk.databaseUrl, ...options });
    try {
      const [first, ...others] = await Promise.all(
        [1, 2, 3, 4].map((number) => signInAs(server.origin, 'editor', number)),
      );
      if (first === undefined) throw new Error('nobody signed in');
      await use([first, ...others], await makeArticle(first, 1000));
    } finally {
      await server.stop();
    }
  } finally {
    desk.remove();
  }
}

function moduleAt(path: string): string {
  return pathToFileURL(resolve(path)).href;
}

function streamsBroken(how: 'drop' | 'double' | 'mute'): Broken {
  return { preload: moduleAt('bench/break-streams.mjs'), variables: { BREAK_STREAMS: how } };
}
