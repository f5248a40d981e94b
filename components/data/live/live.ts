/**
 * This tab's part in working together: it shares the browser's one stream with the other tabs, and whatever the stream
 * tells goes into what this tab has cached. One per tab, from the first page behind sign-in on.
 */
'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { knownPosition, receiveEnd, rereadIfLacking } from '@/components/data/annotations-cache';
import { renewAfterGap } from '@/components/data/changed-queries';
import { onSession } from '@/components/data/session';
import { MOST_FOLLOWED } from '@/domain/contract/events';
import { type Connection, connectionNow, setConnection } from './connection';
import { openDeskStream } from './desk-stream';
import { forgetPeople, receiveHere, receivePresence } from './here';
import { openStream } from './open-stream';
import { receiveEvents } from './receive-events';
import { joinSharing, type Sharing } from './share-stream';
import type { Place, TabMessage } from './tab-message';

/** A page that is left for another keeps its part for so long, so that going on takes it over (milliseconds). */
const LINGER = 5000;
/** How often the tab that leads is looked after, and a lost desk is asked for by tabs that are seen (milliseconds). */
const WATCH_EVERY = 10_000;

interface Part {
  readonly client: QueryClient;
  readonly meId: string;
  readonly announce: () => void;
  readonly end: () => void;
}

let part: Part | undefined;
let lingering: ReturnType<typeof setTimeout> | undefined;
/** What is on screen in this tab: how many screens show an article, and its position when nothing is cached of it. */
const followed = new Map<string, { screens: number; readonly from: number }>();

/** Takes part while the page is open. */
export function useLive(meId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    clearTimeout(lingering);
    if (part?.client !== client || part.meId !== meId) {
      part?.end();
      part = takePart(client, meId);
    }
    return () => {
      lingering = setTimeout(() => {
        part?.end();
        part = undefined;
      }, LINGER);
    };
  }, [client, meId]);
}

/** Follows an article while it is on screen. `from` is the position in its log that the page shows. */
export function useFollow(articleId: string, from: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the page began counts only once.
  useEffect(() => {
    const known = followed.get(articleId) ?? { screens: 0, from };
    known.screens += 1;
    followed.set(articleId, known);
    part?.announce();
    return () => {
      known.screens -= 1;
      if (known.screens === 0) followed.delete(articleId);
      part?.announce();
    };
  }, [articleId]);
}

function takePart(client: QueryClient, meId: string): Part {
  let sharing: Sharing | undefined;
  let channel: BroadcastChannel | undefined;
  let watching: ReturnType<typeof setInterval> | undefined;
  const listening = new AbortController();
  // Tabs of different people share nothing, and tabs that cannot take turns do not either.
  const name = `bluepencil stream ${'locks' in navigator ? meId : crypto.randomUUID()}`;

  const placesHere = (): Place[] =>
    [...followed].map(([id, { from }]) => [id, knownPosition(client, id) ?? from]);

  function begin(): void {
    if (sharing !== undefined) return;
    const tab = crypto.randomUUID();
    const mine = new BroadcastChannel(name);
    channel = mine;
    sharing = joinSharing({
      tab,
      post: (message) => mine.postMessage(message),
      withLock: (lead, options) => holdLock(name, lead, options),
      openStream: (listener) =>
        openDeskStream({
          ...listener,
          open: (places, signal) => openStream(meId, places, signal),
          chance: Math.random,
        }),
      placesHere,
      mostFollowed: MOST_FOLLOWED,
      receive: (message) => receive(message, tab),
    });
    // Told by this very program in another tab.
    mine.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => sharing?.hear(data));
    watching = setInterval(watch, WATCH_EVERY);
  }

  /** Leaves the others while this tab sleeps, so that none of them depends on it. */
  function rest(): void {
    clearInterval(watching);
    sharing?.leave();
    sharing = undefined;
    channel?.close();
    channel = undefined;
    setConnection('connecting');
  }

  function watch(): void {
    if (document.visibilityState !== 'visible') return;
    sharing?.watch(Date.now());
    // Pauses of a tab that leads unseen are long.
    if (connectionNow() === 'offline') sharing?.tryNow();
  }

  function receive(message: TabMessage, tab: string): void {
    switch (message.is) {
      case 'welcome':
        if (message.tab !== tab) return;
        for (const [articleId, people] of message.here) receiveHere(articleId, people);
        for (const [articleId, people] of message.presence) receivePresence(articleId, people, meId);
        for (const [articleId, position] of message.places) {
          if (followed.has(articleId)) receiveEnd(client, articleId, position);
        }
        say(message.connection);
        break;
      case 'state':
        say(message.connection);
        break;
      case 'events':
        receiveEvents(client, meId, message);
        break;
      case 'roll':
      case 'follow':
      case 'leave':
      case 'tryNow':
        // Between the tabs, not about what they show.
        break;
    }
  }

  /** Says how the tab is connected; after a time without a stream, what may have been missed is read. */
  function say(connection: Connection): void {
    const isBack = connection === 'live' && connectionNow() !== 'live';
    if (connection !== 'live') forgetPeople();
    setConnection(connection);
    if (!isBack) return;
    renewAfterGap(client);
    for (const articleId of followed.keys()) rereadIfLacking(client, articleId);
  }

  const { signal } = listening;
  window.addEventListener('online', () => sharing?.tryNow(), { signal });
  window.addEventListener('pagehide', rest, { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && begin(), { signal });
  document.addEventListener('freeze', rest, { signal });
  document.addEventListener('resume', begin, { signal });
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && sharing?.tryNow(),
    { signal },
  );
  const stopAwaiting = onSession('signedInAgain', () => sharing?.tryNow());
  begin();
  return {
    client,
    meId,
    announce: () => sharing?.announce(),
    end() {
      listening.abort();
      stopAwaiting();
      rest();
    },
  };
}

/** Leads under the browser's lock; at once where the browser has none, each tab for itself. */
function holdLock(
  name: string,
  lead: () => Promise<void>,
  { signal, steal }: { readonly signal: AbortSignal; readonly steal: boolean },
): Promise<void> {
  if (!('locks' in navigator)) return lead();
  // A request that takes the lock is granted at once and cannot be called off.
  return navigator.locks.request(name, steal ? { steal } : { signal }, lead);
}
