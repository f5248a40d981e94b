/**
 * The one stream of a browser: kept open, opened anew when it breaks or other articles are to be followed, and always
 * after the last position that came.
 */
import { FIRST_PAUSE, pauseAfter } from './back-off';
import type { Connection } from './connection';
import { readStream } from './read-stream';
import type { StreamEvent } from './stream-event';

/** What the stream needs from the world. */
export interface StreamWorld {
  /** Asks for the stream that follows these articles after their positions. Throws when no answer comes. */
  readonly open: (places: ReadonlyMap<string, number>, signal: AbortSignal) => Promise<Opened>;
  readonly onConnection: (connection: Connection) => void;
  /** Events that came together; `isFirst` with the first ones of a new stream, which say anew who is where. */
  readonly onEvents: (events: readonly StreamEvent[], isFirst: boolean) => void;
  /** From 0 up to 1. */
  readonly chance: () => number;
}

/** What the desk said to being asked for a stream. */
export type Opened =
  | { readonly is: 'open'; readonly body: ReadableStream<Uint8Array> }
  /** The session has ended, or somebody else's has begun. */
  | { readonly is: 'signedOut' }
  /** The desk cannot give one now. */
  | { readonly is: 'refused' };

export interface DeskStream {
  /** Follows exactly these articles; the positions count for those that it does not follow yet. */
  readonly follow: (places: ReadonlyMap<string, number>) => void;
  /** Up to which position each followed article was told. */
  readonly places: () => ReadonlyMap<string, number>;
  readonly connection: () => Connection;
  /** Tries at once, unless a stream is open. */
  readonly tryNow: () => void;
  readonly close: () => void;
}

/** A stream that follows nothing yet; it begins with the first `follow`. */
export function openDeskStream(world: StreamWorld): DeskStream {
  let places = new Map<string, number>();
  let connection: Connection = 'connecting';
  let failures = 0;
  let firstPause = FIRST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The stream that is read, and the one that is to take its place. */
  let current: AbortController | undefined;
  let coming: AbortController | undefined;
  let isBegun = false;
  let isClosed = false;

  function say(next: Connection): void {
    if (isClosed) return;
    connection = next;
    world.onConnection(next);
  }

  /** Opens a stream; the one that is open is read until the new one is there, so that nothing falls between. */
  async function connect(): Promise<void> {
    clearTimeout(timer);
    coming?.abort();
    const mine = new AbortController();
    coming = mine;
    const opened = await world.open(new Map(places), mine.signal).catch((): Opened => ({ is: 'refused' }));
    if (mine.signal.aborted || isClosed) return;
    coming = undefined;
    // The stream that is open goes on when only another one cannot be had for the moment.
    if (opened.is === 'refused' && current !== undefined) return pause();
    current?.abort();
    current = undefined;
    if (opened.is !== 'open') return failed(opened.is);
    current = mine;
    failures = 0;
    say('live');
    let isFirst = true;
    let isSignedOut = false;
    await readStream(
      opened.body,
      {
        onEvents(events) {
          if (mine.signal.aborted) return;
          note(events);
          isSignedOut ||= events.some(({ name, data }) => name === 'bye' && data.reason === 'signedOut');
          world.onEvents(events, isFirst);
          isFirst = false;
        },
        onRetry(pause) {
          firstPause = pause;
        },
      },
      mine.signal,
    );
    if (mine.signal.aborted || isClosed) return;
    current = undefined;
    if (coming !== undefined) return;
    if (isSignedOut) return failed('signedOut');
    say('connecting');
    pause();
  }

  function failed(why: 'signedOut' | 'refused'): void {
    say(why === 'signedOut' ? 'signedOut' : 'offline');
    if (why === 'signedOut') return;
    failures += 1;
    pause();
  }

  function pause(): void {
    timer = setTimeout(() => void connect(), pauseAfter(failures, firstPause, world.chance()));
  }

  /** Moves on with what was told. */
  function note(events: readonly StreamEvent[]): void {
    for (const { name, data } of events) {
      if (name !== 'change' && name !== 'resync') continue;
      const known = places.get(data.articleId);
      if (known === undefined) continue;
      places.set(data.articleId, name === 'resync' ? data.position : Math.max(known, data.position));
    }
  }

  return {
    follow(wanted) {
      const isSame = wanted.size === places.size && [...wanted.keys()].every((id) => places.has(id));
      places = new Map([...wanted].map(([id, position]) => [id, places.get(id) ?? position]));
      const isUnderWay = current !== undefined || coming !== undefined;
      if (!isBegun || (!isSame && isUnderWay)) void connect();
      isBegun = true;
    },
    places: () => places,
    connection: () => connection,
    tryNow() {
      if (isClosed || current !== undefined || coming !== undefined) return;
      failures = Math.min(failures, 1);
      void connect();
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      current?.abort();
      coming?.abort();
    },
  };
}
