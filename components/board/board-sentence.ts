import { urgencyOf } from '@/domain/deadline';
import { inWords } from '@/domain/words';
import type { Overview } from './overview';

/**
 * How the desk stands at an instant (milliseconds since 1970), in a sentence: what is late, what is due within the
 * hour, what can run. A story that is ready is not late: it only waits to run.
 */
export function boardSentence({ stories, more }: Overview, now: number): string {
  if (stories.length === 0) return 'Nothing on the desk yet.';
  const waiting = stories.filter(({ status }) => status !== 'ready' && status !== 'signedOff');
  const urgencies = waiting.map(({ deadline }) =>
    deadline === undefined ? 'later' : urgencyOf(Date.parse(deadline), now),
  );
  const overdue = urgencies.filter((urgency) => urgency === 'overdue').length;
  const soon = urgencies.filter((urgency) => urgency === 'soon').length;
  const ready = stories.filter(({ status }) => status === 'ready').length;

  const clauses = [
    { count: overdue, says: 'overdue' },
    { count: soon, says: 'due within the hour' },
    { count: ready, says: `can run now${more ? ' at least' : ''}` },
  ].filter(({ count }) => count > 0);
  if (overdue + soon === 0) clauses.unshift({ count: 0, says: 'due within the hour' });
  return sentence(clauses);
}

function sentence(clauses: readonly { readonly count: number; readonly says: string }[]): string {
  const words = clauses.map(({ count, says }, place) => {
    if (count === 0) return `nothing ${says}`;
    const noun = place > 0 ? '' : count === 1 ? ' story' : ' stories';
    return `${inWords(count)}${noun} ${says}`;
  });
  const whole = words.join(', ');
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}.`;
}
