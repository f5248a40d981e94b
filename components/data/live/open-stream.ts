/** Asks the desk for its stream. */
import { address } from '@/components/data/call';
import { followDesk } from '@/domain/contract/events';
import { ACTOR_HEADER } from '@/domain/contract/operation';
import { Problem } from '@/domain/contract/problem';
import type { Opened } from './desk-stream';

/** How long the beginning of an answer may take, in milliseconds. */
const PATIENCE = 15_000;

/**
 * The stream of whoever is `meId`, of these articles after their positions. Throws when no answer comes; the stream ends
 * when `signal` is aborted.
 */
export async function openStream(
  meId: string,
  places: ReadonlyMap<string, number>,
  signal: AbortSignal,
): Promise<Opened> {
  const articles = [...places].map(([id, position]) => `${id}@${position}`).join(',');
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), PATIENCE);
  try {
    const response = await fetch(address(followDesk.path, {}, articles === '' ? {} : { articles }), {
      headers: { accept: 'text/event-stream', [ACTOR_HEADER]: meId },
      cache: 'no-store',
      signal: AbortSignal.any([signal, impatience.signal]),
    });
    if (response.ok && response.body !== null) return { is: 'open', body: response.body };
    if (response.status === 401) return { is: 'signedOut' };
    const problem = Problem.safeParse(await response.json().catch(() => undefined)).data;
    return { is: problem?.code === 'other-person' ? 'signedOut' : 'refused' };
  } finally {
    clearTimeout(timer);
  }
}
