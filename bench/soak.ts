/**
 * `npm run soak`: the fault and race harnesses at full length, against the built server; `-- --short` with the small
 * counts of `npm test`. Each harness is run a second time with what it guards against switched off, and must notice.
 * Exits with 1 when a promise is broken or a harness is blind.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crash } from './crash';
import { makeArticle, makeDesk, signInAs } from './desk';
import { duplicates } from './duplicates';
import { median } from './median';
import { races } from './races';
import { startServer } from './server';

const isShort = process.argv.includes('--short');
const counts = isShort ? { rounds: 10, attempts: 1000 } : { rounds: 30, attempts: 10_000 };
const ANSWER_BEFORE_COMMIT = pathToFileURL(resolve('bench/answer-before-commit.mjs')).href;

let failures = 0;

/** Prints one finding; `isRight` decides whether the run as a whole fails. */
function tell(isRight: boolean, what: string, details: readonly string[] = []): void {
  console.log(`${isRight ? 'ok  ' : 'FAIL'} ${what}`);
  for (const detail of details.slice(0, 10)) console.log(`       ${detail}`);
  if (!isRight) failures += 1;
}

const { rounds, attempts } = counts;
const whole = await crash({ rounds });
const slowest = Math.max(...whole.readyAgain);
tell(
  whole.lost === 0 && whole.doubled === 0 && whole.problems.length === 0,
  `killed ${rounds} times: ${whole.acknowledged} of ${whole.sent} writes acknowledged, ${whole.replayed} replayed, ${whole.lost} lost, ${whole.doubled} doubled; ready again in ${median(whole.readyAgain).toFixed(0)} ms, at most ${slowest.toFixed(0)} ms`,
  whole.problems,
);
const broken = await crash({ rounds: 3, preload: ANSWER_BEFORE_COMMIT });
tell(broken.lost > 0, `the crash harness notices answers before the commit: ${broken.lost} lost`);

const desk = await makeDesk(4);
const server = await startServer({ databaseUrl: desk.databaseUrl });
try {
  const clients = await Promise.all([1, 2, 3, 4].map((number) => signInAs(server.origin, 'editor', number)));
  const [client] = clients;
  if (client === undefined) throw new Error('nobody signed in');
  const article = await makeArticle(client, 1000);

  const doubles = await duplicates({ client, article });
  tell(
    doubles.length === 0,
    '50 copies of one write: one mark, one answer; another body under the key refused',
    doubles,
  );
  const keyless = await duplicates({ client, article, keyless: true });
  tell(keyless.length > 0, 'the duplicate harness notices writes without a shared key');

  const race = await races({ clients, article, attempts });
  tell(
    race.problems.length === 0,
    `8 clients, ${attempts} attempts at one mark: ${race.successes} succeeded, none was overwritten unseen`,
    race.problems,
  );
  const blind = await races({ clients, article, attempts: 200, blind: true });
  tell(blind.problems.length > 0, 'the race harness notices writes that overwrite what they have not seen');
} finally {
  await server.stop();
  desk.remove();
}
process.exitCode = failures === 0 ? 0 : 1;
