/** The one outbox of a tab, whatever is on screen, and what screens read of it. */
'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { v7 as newId } from 'uuid';
import { Annotation } from '@/domain/annotation';
import { annotationsQuery, deletedAnnotationsQuery } from './annotations';
import { receiveAnnotation } from './annotations-cache';
import { articleListsKey } from './articles';
import { isLive } from './live/connection';
import { alone } from './outbox/alone';
import { boxStorage } from './outbox/box-storage';
import { browserDatabase } from './outbox/browser-database';
import { browserChannel } from './outbox/channel';
import { keepForGood } from './outbox/keep-for-good';
import { createOutbox, emptyView, type Outbox, type OutboxView } from './outbox/outbox';
import { pagePerson } from './page-person';
import { sendWrite } from './send-write';
import { type BoxState, emptyState, type UnsentStore } from './unsent-store';

/** Held by the cache that acknowledged marks go to; both live as long as the tab. */
const outboxOf = new WeakMap<QueryClient, Outbox>();

/** The outbox of this tab, made on first use. */
export function useOutbox(): Outbox {
  const client = useQueryClient();
  const outbox = outboxOf.get(client) ?? openOutbox(client);
  outboxOf.set(client, outbox);
  return outbox;
}

/** What this page's person and others have unsent in this browser. */
export function useOutboxView(): OutboxView {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.current, () => emptyView);
}

/** What of an article is unsent at the moment. */
export function useUnsent(articleId: string): BoxState {
  const outbox = useOutbox();
  return useSyncExternalStore(
    outbox.subscribe,
    () => outbox.stateOf(articleId),
    () => emptyState,
  );
}

/** The store of an article for whoever the page was opened for; while that is not known, it takes nothing in. */
export function useUnsentStore(articleId: string): UnsentStore {
  const outbox = useOutbox();
  return useMemo(() => {
    const store = () => {
      const person = pagePerson();
      return person === undefined ? undefined : outbox.storeOf(person, { id: articleId });
    };
    return {
      subscribe: outbox.subscribe,
      current: () => outbox.stateOf(articleId),
      add: (write) => store()?.add(write),
      retry: () => store()?.retry(),
      reread: (answers) => store()?.reread(answers),
      learn: (current) => store()?.learn(current),
      insist: (key, over) => store()?.insist(key, over),
      decide: (key, over, choices) => store()?.decide(key, over, choices),
      revive: (key, over, restoration) => store()?.revive(key, over, restoration),
      discard: (key) => store()?.discard(key),
    };
  }, [outbox, articleId]);
}

function openOutbox(client: QueryClient): Outbox {
  return createOutbox({
    storage: keepForGood(boxStorage(browserDatabase, () => newId())),
    channel: browserChannel,
    alone,
    wait(milliseconds, then) {
      const timer = setTimeout(then, milliseconds);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    send: sendWrite,
    received: (annotation) => receiveAnnotation(client, annotation),
    readAgain(articleId) {
      // What is heard tells of it anyway, and of others' work too.
      if (isLive()) return;
      void client.invalidateQueries({ queryKey: annotationsQuery(articleId).queryKey });
      void client.invalidateQueries({ queryKey: deletedAnnotationsQuery(articleId).queryKey });
      void client.invalidateQueries({ queryKey: articleListsKey });
    },
    // What the browser cannot keep is said by the state line; anything else is a bug.
    report: (error) => {
      if (!(error instanceof DOMException)) reportError(error);
    },
    newKey: () => newId(),
    readCurrent: (current) => Annotation.safeParse(current).data,
  });
}
