/** For tests: the rules of the desk without HTTP, over a network with weather. */
import { CallFailed } from '@/components/data/call';
import { outcome } from '@/components/data/outcome';
import type { Write } from '@/components/data/write';
import type { Annotation } from '@/domain/annotation';
import { Refusal, type RefusalCode } from '@/domain/refusal';

/** What becomes of one request on its way: done, done but the answer lost, never arrived, refused before it is read. */
export type Weather =
  | 'fine'
  | 'answer lost'
  | 'cut'
  | 'trouble'
  | Extract<RefusalCode, 'not-signed-in' | 'other-person' | 'disk-full'>;

/** A desk that has these marks; each request takes the next weather, and fine weather when there is none left. */
export function makeDesk(marks: readonly Annotation[], weather: Weather[] = []) {
  const states = new Map(marks.map((mark) => [mark.id, mark]));
  const answers = new Map<string, { readonly asked: string; readonly answer: Annotation }>();
  /** Every request that left a browser. */
  const sent: Write[] = [];
  /** What was done, once each. */
  const done: Write[] = [];

  function perform(write: Write): Annotation {
    const asked = JSON.stringify([write.ask, write.version, write.annotationId]);
    const known = answers.get(write.key);
    if (known !== undefined && known.asked !== asked) {
      throw new Refusal('idempotency-key-reused', 'Another request came under this key.');
    }
    if (known !== undefined) return known.answer;
    const state = states.get(write.annotationId);
    if (state !== undefined && write.ask.type === 'create') {
      throw new Refusal('id-taken', 'There is a mark with this id already.', { current: state });
    }
    if (state?.deletedAt !== undefined && write.ask.type !== 'restore') {
      throw new Refusal('deleted', 'The mark was deleted; restore it first.', { current: state });
    }
    if (write.version !== undefined && state?.version !== write.version) {
      throw new Refusal('stale', 'Somebody changed it.', { current: state });
    }
    const answer = outcome(write, state ?? write.seen);
    states.set(write.annotationId, answer);
    answers.set(write.key, { asked, answer });
    done.push(write);
    return answer;
  }

  async function send(write: Write): Promise<Annotation> {
    sent.push(write);
    await Promise.resolve();
    const now = weather.shift() ?? 'fine';
    if (now === 'cut') throw new CallFailed('network', 'cut');
    if (now === 'trouble') throw new CallFailed('server', 'trouble');
    if (now !== 'fine' && now !== 'answer lost') throw new Refusal(now, 'Not now.');
    const answer = perform(write);
    if (now === 'answer lost') throw new CallFailed('network', 'lost');
    return answer;
  }

  /** Whether nothing gets through, for as long as it is set. */
  const standing = () => [...states.values()].filter(({ deletedAt }) => deletedAt === undefined);
  return { send, sent, done, states, standing, weather };
}

export type Desk = ReturnType<typeof makeDesk>;
