import { describe, expect, it } from 'vitest';
import type { WholeState } from '@/components/data/outbox/save-state';
import { stateWords } from './state-words';

describe('the state line says', () => {
  const held = (why: 'network' | 'server' | 'diskFull' | 'signIn' | 'otherPerson') =>
    ({ is: 'held', why, unsent: 3 }) as const;
  const cases: readonly (readonly [WholeState, 'live' | 'connecting' | 'offline' | 'signedOut', string])[] = [
    [{ is: 'reading' }, 'live', ''],
    [{ is: 'saved' }, 'live', 'Saved'],
    [{ is: 'saved' }, 'connecting', 'Saved'],
    [{ is: 'saved' }, 'offline', 'Offline'],
    [{ is: 'saved' }, 'signedOut', 'Signed out'],
    [{ is: 'storing', unsent: 1 }, 'live', 'Storing…'],
    [{ is: 'saving', unsent: 1 }, 'live', 'Saving…'],
    [{ is: 'saving', unsent: 3 }, 'offline', 'Offline, 3 unsent'],
    [held('network'), 'connecting', 'Offline, 3 unsent'],
    [held('server'), 'live', 'The desk has a problem, 3 unsent'],
    [held('diskFull'), 'live', 'The desk’s disk is full, 3 unsent'],
    [held('signIn'), 'live', 'Signed out, 3 unsent'],
    [held('otherPerson'), 'live', 'Somebody else is signed in, 3 unsent'],
    [{ is: 'undecided', unsent: 3, open: 2 }, 'offline', 'Needs you, 2'],
  ];
  it.each(cases)('of %j, %s: %s', (state, connection, words) => {
    expect(stateWords(state, connection).whole).toBe(words);
  });
});
