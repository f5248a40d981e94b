/** Tells the desk where one is in an article. What is told is forgotten as soon as it is no longer true. */
import { tellPresence } from '@/domain/contract/events';
import type { Range } from '@/domain/span';
import { call } from './call';

/** At least so many milliseconds lie between two tellings. */
export const TELL_EVERY = 200;

/** Somebody who is active says so again after this many milliseconds; the desk takes them for idle after three times that. */
export const REPEAT_AFTER = 10_000;

/** After a telling that failed, so many milliseconds pass in silence. */
export const REST_AFTER_FAILURE = 5000;

/** How long a telling may take, in milliseconds: what arrives later is no longer true. */
const PATIENCE = 5000;

export interface TellerWorld {
  /** Where one is now, in UTF-16 offsets into the article's text; null while one stands nowhere. */
  readonly place: () => Range | null;
  /** Whether there is somebody to tell it of, and to: the page can be seen, and the desk heard. */
  readonly canTell: () => boolean;
  readonly tell: (place: Range | null) => Promise<unknown>;
  /** Milliseconds since any moment. */
  readonly now: () => number;
  /** Runs something once, after so many milliseconds. */
  readonly after: (milliseconds: number, run: () => void) => void;
}

export interface Teller {
  /** One may be somewhere else now: told at once, then at most every `TELL_EVERY`, the last place always. */
  readonly moved: () => void;
  /** One did something: told when nothing was for `REPEAT_AFTER`. */
  readonly didSomething: () => void;
  /** What was told may be forgotten, or nothing was told yet: told at once, whatever was told before. */
  readonly arrived: () => void;
  readonly stop: () => void;
}

/**
 * Decides when to tell. One telling is on its way at a time, so that a slow network is not filled with places that were
 * left long ago; a failure is nobody's concern and is not tried again until one moves or does something. Nothing runs
 * while one does nothing.
 */
export function createTeller({ place, canTell, tell, now, after }: TellerWorld): Teller {
  let told: Range | null | undefined;
  let mayTellAt = Number.NEGATIVE_INFINITY;
  let toldAt = Number.NEGATIVE_INFINITY;
  let isWaiting = false;
  let isTelling = false;
  let isAskedAgain = false;
  let isStopped = false;

  const isOld = () => now() - toldAt >= REPEAT_AFTER;

  function ask(): void {
    if (isStopped || isWaiting || !canTell()) return;
    if (isTelling) {
      isAskedAgain = true;
      return;
    }
    const wait = mayTellAt - now();
    if (wait <= 0) return void tellNow();
    isWaiting = true;
    after(wait, () => {
      isWaiting = false;
      if (!isStopped && canTell()) void tellNow();
    });
  }

  async function tellNow(): Promise<void> {
    const here = place();
    if (told !== undefined && isSame(here, told) && !isOld()) return;
    isTelling = true;
    isAskedAgain = false;
    told = here;
    toldAt = now();
    mayTellAt = toldAt + TELL_EVERY;
    try {
      await tell(here);
    } catch {
      // Presence is a courtesy: the state line says how it stands with the desk, and the next telling is never far.
      forget();
      mayTellAt = now() + REST_AFTER_FAILURE;
    }
    isTelling = false;
    if (isAskedAgain) ask();
  }

  function forget(): void {
    told = undefined;
    toldAt = Number.NEGATIVE_INFINITY;
  }

  return {
    moved: ask,
    didSomething: () => {
      if (isOld()) ask();
    },
    arrived: () => {
      forget();
      ask();
    },
    stop: () => {
      isStopped = true;
    },
  };
}

/** Tells the desk. Throws as `call` does. */
export function tellPlace(articleId: string, selection: Range | null): Promise<unknown> {
  return call(tellPresence, {
    params: { id: articleId },
    body: { selection },
    signal: AbortSignal.timeout(PATIENCE),
  });
}

function isSame(one: Range | null, other: Range | null): boolean {
  return one?.start === other?.start && one?.end === other?.end;
}
