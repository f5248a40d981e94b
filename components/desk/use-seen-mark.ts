import { useCallback, useEffect, useRef } from 'react';
import { onNews } from '@/components/data/live/news';
import { Annotation } from '@/domain/annotation';
import type { Change } from '@/domain/change';

/** How long a state has to have been on the screen to count as seen, in ms: nobody reads and answers faster. */
const TO_BE_SEEN = 1000;

/** A change of somebody else's, as it came. */
interface Arrival {
  readonly change: Change;
  /** Since the page opened, in ms. */
  readonly at: number;
}

/**
 * Gives a function from a mark as it is shown to the mark as the person can have seen it. Somebody else's change that
 * came just before a key was pressed was not meant by the key: what is decided is decided on the state before it, and
 * the desk asks again.
 */
export function useSeenMark(
  articleId: string,
  me: { readonly id: string },
): (mark: Annotation) => Annotation {
  const arrivals = useRef<readonly Arrival[]>([]);
  useEffect(
    () =>
      onNews(articleId, (changes) => {
        const at = performance.now();
        const others = changes.filter(({ by }) => by.id !== me.id).map((change) => ({ change, at }));
        arrivals.current = [...arrivals.current.filter(isFresh), ...others];
      }),
    [articleId, me.id],
  );
  return useCallback((mark) => {
    const fresh = arrivals.current.filter(
      (arrival) => arrival.change.subjectId === mark.id && isFresh(arrival),
    );
    // With something of one's own on top, the mark is not one that the desk has told of.
    if (fresh.at(-1)?.change.after?.['version'] !== mark.version) return mark;
    return Annotation.safeParse(fresh[0]?.change.before).data ?? mark;
  }, []);
}

function isFresh({ at }: Arrival): boolean {
  return performance.now() - at < TO_BE_SEEN;
}
