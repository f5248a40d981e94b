/** The words of the state line. */
import type { Connection } from '@/components/data/live/connection';
import type { WholeState } from '@/components/data/outbox/save-state';
import type { Hold } from '@/components/data/unsent';

const holdWords = {
  network: 'Offline',
  server: 'The desk has a problem',
  diskFull: 'The desk’s disk is full',
  signIn: 'Signed out',
  otherPerson: 'Somebody else is signed in',
} as const satisfies Record<Hold, string>;

export interface StateWords {
  /** Empty while nothing is known. */
  readonly whole: string;
  /** Where there is room for little. */
  readonly short: string;
  readonly tone: 'good' | 'busy' | 'bad' | 'none';
}

/** What the state line says, in whole and in short. */
export function stateWords(state: WholeState, connection: Connection): StateWords {
  switch (state.is) {
    case 'reading':
      return { whole: '', short: '', tone: 'none' };
    case 'saved':
      if (connection === 'offline') return alike('Offline', 'bad');
      return connection === 'signedOut' ? alike('Signed out', 'bad') : alike('Saved', 'good');
    case 'storing':
      return alike('Storing…', 'busy');
    case 'saving':
      return connection === 'offline' ? heldWords('network', state.unsent) : alike('Saving…', 'busy');
    case 'held':
      return heldWords(state.why, state.unsent);
    case 'undecided':
      return alike(`Needs you, ${state.open}`, 'bad');
  }
}

function alike(words: string, tone: StateWords['tone']): StateWords {
  return { whole: words, short: words, tone };
}

function heldWords(why: Hold, unsent: number): StateWords {
  return { whole: `${holdWords[why]}, ${unsent} unsent`, short: `${unsent} unsent`, tone: 'bad' };
}
