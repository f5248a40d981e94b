import { useEffect, useEffectEvent, useRef } from 'react';
import { useConnection } from '@/components/data/live/connection';
import { useDeskStore } from '@/components/desk/desk-state';
import type { Person } from '@/domain/person';
import type { Presence } from '@/domain/presence';
import { arrivalSentence } from './arrivals';

/** Who comes and goes within so many milliseconds is told in one sentence, or not at all. */
const GATHER_FOR = 3000;

/** Tells the live region who came and who left, gathered; nothing while the desk cannot be heard. */
export function useArrivals(people: readonly Presence[]): void {
  const desk = useDeskStore();
  const isLive = useConnection() === 'live';
  const told = useRef<readonly Person[]>(undefined);
  const tell = useEffectEvent(() => {
    const here = people.map(({ person }) => person);
    const sentence = arrivalSentence(told.current, here);
    told.current = here;
    if (sentence !== undefined) desk.get().say(sentence);
  });
  const who = people.map(({ person }) => person.id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever others are there, there may be something to tell.
  useEffect(() => {
    if (!isLive) return;
    const timer = setTimeout(() => tell(), GATHER_FOR);
    return () => clearTimeout(timer);
  }, [who, isLive]);
}
