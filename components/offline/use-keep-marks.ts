import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { annotationsQuery } from '@/components/data/annotations';
import { AnnotationList } from '@/domain/contract/annotations';
import { copiesOf, dataPath, notes } from './copies';
import { notedLater, shownCopy } from './shown-copy';
import { tellWorker } from './tell-worker';
import { whenIdle } from './when-idle';

/** How long after a change the marks are handed over, in milliseconds; longer where there are more of them to copy. */
const PAUSE = 1500;
const PAUSE_PER_MARK = 3;

/**
 * Keeps the newest known marks of an article beside the copy of its page, and takes them in where the page came from
 * one. Only what the desk has said: what is unsent is kept elsewhere and shown on top.
 */
export function useKeepMarks(articleId: string, personId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const path = window.location.pathname;
    if (shownCopy() !== undefined) void takeIn(client, { articleId, personId, path });
    return handOver(client, { articleId, personId, path });
  }, [client, articleId, personId]);
}

interface Place {
  readonly articleId: string;
  readonly personId: string;
  readonly path: string;
}

/** Puts the kept marks into the cache, unless it knows newer ones. */
async function takeIn(client: QueryClient, { articleId, personId, path }: Place): Promise<void> {
  const kept = await (await caches.open(copiesOf(personId))).match(dataPath(path));
  if (kept === undefined) return;
  const list = AnnotationList.safeParse(await kept.json());
  // Kept by another version of the program, perhaps: the page's own marks will do.
  if (!list.success) return;
  const at = kept.headers.get(notes.at) ?? '';
  const key = annotationsQuery(articleId).queryKey;
  client.setQueryData(
    key,
    (known) => (known !== undefined && known.seq >= list.data.seq ? known : list.data),
    {
      updatedAt: Date.parse(at),
    },
  );
  notedLater(at);
}

/** Tells the worker the marks whenever they have changed and it is quiet, and at the latest when the page goes. */
function handOver(client: QueryClient, { articleId, personId, path }: Place): () => void {
  const { queryKey } = annotationsQuery(articleId);
  const queryHash = JSON.stringify(queryKey);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: AnnotationList | undefined;

  function tell(): void {
    clearTimeout(timer);
    const list = client.getQueryData<AnnotationList>(queryKey);
    const at = client.getQueryState(queryKey)?.dataUpdatedAt;
    if (list === undefined || at === undefined || list === told) return;
    told = list;
    tellWorker({
      type: 'known',
      personId,
      path,
      at: new Date(at).toISOString(),
      data: JSON.stringify(list),
    });
  }

  function tellSoon(): void {
    clearTimeout(timer);
    const list = client.getQueryData<AnnotationList>(queryKey);
    if (list === undefined || list === told) return;
    timer = setTimeout(() => whenIdle(tell), PAUSE + PAUSE_PER_MARK * list.items.length);
  }

  tellSoon();
  const stopListening = client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.queryHash === queryHash) tellSoon();
  });
  const leaving = new AbortController();
  const { signal } = leaving;
  window.addEventListener('pagehide', tell, { signal });
  document.addEventListener('visibilitychange', tell, { signal });
  return () => {
    tell();
    stopListening();
    leaving.abort();
  };
}
