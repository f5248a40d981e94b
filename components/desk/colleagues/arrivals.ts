/** What is said of colleagues who came to the article or left it. */
import { nameList } from '@/components/presence/whereabouts';
import type { Person } from '@/domain/person';

type People = readonly Person[];

/**
 * One sentence about all who came and left since something was said last; undefined when the same people are there, so
 * that whoever only passed by is not spoken of. `before` is undefined when nothing was said yet.
 */
export function arrivalSentence(before: People | undefined, now: People): string | undefined {
  if (before === undefined) return now.length === 0 ? undefined : `Also here: ${namesOf(now)}.`;
  const came = without(now, before);
  const left = without(before, now);
  const clauses = [
    ...(came.length === 0 ? [] : [`${namesOf(came)} ${came.length === 1 ? 'is' : 'are'} here now`]),
    ...(left.length === 0 ? [] : [`${namesOf(left)} left`]),
  ];
  return clauses.length === 0 ? undefined : `${clauses.join('; ')}.`;
}

function without(people: People, others: People): People {
  const ids = new Set(others.map(({ id }) => id));
  return people.filter(({ id }) => !ids.has(id));
}

/** Up to this many are named; of more, the rest is counted. */
const MOST_NAMED = 3;

function namesOf(people: People): string {
  const names = people.map(({ name }) => name);
  if (names.length <= MOST_NAMED) return nameList(names);
  return nameList([...names.slice(0, MOST_NAMED - 1), `${names.length - MOST_NAMED + 1} others`]);
}
