/**
 * One stream for all tabs of a browser in which a person is signed in. Whichever tab holds the lock leads: it asks the
 * others what they follow, keeps the stream open and hands on what it tells. When it goes, dies or is frozen, the
 * browser gives the lock to the next; when it falls silent all the same, the next takes it.
 */
import type { Person } from '@/domain/person';
import type { Presence } from '@/domain/presence';
import type { Connection } from './connection';
import type { DeskStream, StreamWorld } from './desk-stream';
import type { Place, TabMessage } from './tab-message';

/** How long answers are awaited before a stream is opened, so that one is opened for all (milliseconds). */
const GATHER = 50;
/** How often the tab that leads says that it is there, and asks who else is (milliseconds). */
const ROLL_EVERY = 10_000;
/** A tab that has not answered so many times is gone. */
const MISSED_ROLLS = 3;
/** A tab that leads and says nothing for so long is not there any more (milliseconds); hidden ones are slow. */
const LEADER_SILENCE = 90_000;

/** What sharing needs from the world; a test gives several tabs one. */
export interface SharingWorld {
  readonly tab: string;
  /** Tells all other tabs. */
  readonly post: (message: TabMessage) => void;
  /** Waits for the lock and holds it until what `lead` gives is over; `steal` takes it from whoever holds it. */
  readonly withLock: (
    lead: () => Promise<void>,
    options: { readonly signal: AbortSignal; readonly steal: boolean },
  ) => Promise<void>;
  readonly openStream: (listener: Pick<StreamWorld, 'onConnection' | 'onEvents'>) => DeskStream;
  /** What this tab shows, and how far it knows each. */
  readonly placesHere: () => readonly Place[];
  /** How many articles one stream follows at most. */
  readonly mostFollowed: number;
  /** Told of everything that concerns this tab, whichever tab leads. */
  readonly receive: (message: TabMessage) => void;
}

export interface Sharing {
  /** Takes in what another tab told. */
  readonly hear: (message: TabMessage) => void;
  /** Says that this tab shows other articles now. */
  readonly announce: () => void;
  readonly tryNow: () => void;
  /** Looks after the tab that leads; to be called every so often while this tab is seen. */
  readonly watch: (now: number) => void;
  readonly leave: () => void;
}

/** Joins the tabs that share; leads when it is this tab's turn. */
export function joinSharing(world: SharingWorld): Sharing {
  let hasLeft = false;
  let leading: Leading | undefined;
  let request = new AbortController();
  /** Since when nothing was heard of the tab that leads, as far as was looked. */
  let silentSince: number | undefined;

  const follow = (): TabMessage => ({ is: 'follow', tab: world.tab, places: world.placesHere() });

  /** To all tabs, this one among them. */
  function tell(message: TabMessage): void {
    world.post(message);
    hear(message);
  }

  function hear(message: TabMessage): void {
    if (hasLeft) return;
    leading?.hear(message);
    if (message.is === 'roll') tell(follow());
    if (message.is === 'state' || message.is === 'events') silentSince = undefined;
    world.receive(message);
  }

  /** Waits for its turn to lead, or takes it; ends when this tab leaves or the turn is taken from it. */
  function queue(steal: boolean): void {
    request.abort();
    request = new AbortController();
    let mine: Leading | undefined;
    const lead = () => {
      mine = startLeading(world, tell);
      leading = mine;
      return mine.over;
    };
    const end = () => {
      mine?.stop();
      if (leading === mine) leading = undefined;
      if (mine !== undefined && !hasLeft) queue(false);
    };
    world.withLock(lead, { signal: request.signal, steal }).then(end, end);
  }

  queue(false);
  tell(follow());
  return {
    hear,
    announce: () => tell(follow()),
    tryNow: () => tell({ is: 'tryNow' }),
    watch(now) {
      silentSince ??= now;
      if (leading !== undefined || now - silentSince <= LEADER_SILENCE) return;
      silentSince = undefined;
      queue(true);
    },
    leave() {
      tell({ is: 'leave', tab: world.tab });
      hasLeft = true;
      request.abort();
      leading?.stop();
    },
  };
}

interface Leading {
  readonly hear: (message: TabMessage) => void;
  readonly stop: () => void;
  /** Settled once it was stopped. */
  readonly over: Promise<void>;
}

function startLeading(world: SharingWorld, tell: (message: TabMessage) => void): Leading {
  const tabs = new Map<string, { places: readonly Place[]; missed: number }>();
  const here = new Map<string, readonly Person[]>();
  const presence = new Map<string, readonly Presence[]>();
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let stop: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    stop = resolve;
  });

  const stream = world.openStream({
    onConnection: (connection: Connection) => tell({ is: 'state', connection }),
    onEvents(events, isFirst) {
      if (isFirst) here.clear();
      for (const { name, data } of events) {
        if (name === 'here') here.set(data.articleId, data.people);
        if (name === 'presence') presence.set(data.articleId, data.people);
      }
      tell({ is: 'events', events, isFirst });
    },
  });

  /** Follows what the tabs show, from where the one stands that knows least. */
  function gather(): void {
    gathering = undefined;
    const wanted = new Map<string, number>();
    for (const { places } of tabs.values()) {
      for (const [id, position] of places) {
        wanted.set(id, Math.min(position, wanted.get(id) ?? position));
      }
    }
    stream.follow(new Map([...wanted].slice(-world.mostFollowed)));
  }

  function gatherSoon(): void {
    gathering ??= setTimeout(gather, GATHER);
  }

  const rolls = setInterval(() => {
    for (const [tab, state] of tabs) {
      state.missed += 1;
      if (state.missed > MISSED_ROLLS) tabs.delete(tab);
    }
    gatherSoon();
    tell({ is: 'state', connection: stream.connection() });
    tell({ is: 'roll' });
  }, ROLL_EVERY);
  // The tabs answer while this is being set up; nothing is followed before they did.
  queueMicrotask(() => tell({ is: 'roll' }));
  gatherSoon();

  return {
    over,
    hear(message) {
      switch (message.is) {
        case 'follow': {
          const isNew = !tabs.has(message.tab);
          tabs.set(message.tab, { places: message.places, missed: 0 });
          gatherSoon();
          const told = stream.places();
          const lags = message.places.some(([id, position]) => position < (told.get(id) ?? 0));
          if (isNew || lags) {
            tell({
              is: 'welcome',
              tab: message.tab,
              connection: stream.connection(),
              places: [...told],
              here: [...here],
              presence: [...presence],
            });
          }
          break;
        }
        case 'leave':
          tabs.delete(message.tab);
          gatherSoon();
          break;
        case 'tryNow':
          stream.tryNow();
          break;
        case 'roll':
        case 'welcome':
        case 'state':
        case 'events':
          // Its own words.
          break;
      }
    },
    stop() {
      clearInterval(rolls);
      clearTimeout(gathering);
      stream.close();
      stop();
    },
  };
}
