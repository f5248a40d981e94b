/** What the events of the stream do to what this tab shows. */
import { notifyManager, type QueryClient } from '@tanstack/react-query';
import { receiveChanges, receiveResync } from '@/components/data/annotations-cache';
import { articleQuery } from '@/components/data/articles';
import { receiveSummary } from '@/components/data/articles-cache';
import { renewAfter } from '@/components/data/changed-queries';
import type { Change } from '@/domain/change';
import type { StreamEventData } from '@/domain/contract/events';
import { notePosition } from './article-positions';
import { forgetHere, receiveHere, receivePresence } from './here';
import { tellNews } from './news';
import type { StreamEvent } from './stream-event';

/** Takes events in, in order. `isFirst` with the first ones of a new stream, which tell anew who is where. */
export function receiveEvents(
  client: QueryClient,
  meId: string,
  { events, isFirst }: { readonly events: readonly StreamEvent[]; readonly isFirst: boolean },
): void {
  notifyManager.batch(() => {
    if (isFirst) forgetHere();
    const changes = new Map<string, Change[]>();
    for (const event of events) {
      // Changes that come together are taken in together, but never before what was told ahead of them.
      if (event.name === 'change') gather(changes, event.data);
      else if (event.name === 'resync') takeIn(client, changes);
      receiveEvent(client, meId, event);
    }
    takeIn(client, changes);
  });
}

function gather(changes: Map<string, Change[]>, change: StreamEventData<'change'>): void {
  const those = changes.get(change.articleId);
  if (those === undefined) changes.set(change.articleId, [change]);
  else those.push(change);
}

/** Takes in the changes gathered of each article, and forgets them. */
function takeIn(client: QueryClient, gathered: Map<string, Change[]>): void {
  for (const [articleId, changes] of gathered) {
    const news = receiveChanges(client, articleId, changes);
    for (const change of changes) renewAfter(client, change);
    tellNews(articleId, news);
  }
  gathered.clear();
}

function receiveEvent(client: QueryClient, meId: string, { name, data }: StreamEvent): void {
  switch (name) {
    case 'resync':
      receiveResync(client, data.articleId, data.position);
      void client.invalidateQueries({ queryKey: articleQuery(data.articleId).queryKey });
      break;
    case 'article':
      receiveSummary(client, data);
      notePosition(data.id, data.seq);
      break;
    case 'here':
      receiveHere(data.articleId, data.people);
      break;
    case 'presence':
      receivePresence(data.articleId, data.people, meId);
      break;
    case 'desk':
      renewAfter(client, data);
      break;
    case 'change':
    case 'bye':
      break;
  }
}
