import { useEffect, useState } from 'react';

/** How long no key is pressed in a pause, in milliseconds: longer than between two letters of a word. */
const PAUSE = 700;

/** Whether the person has paused in typing since `waiting` began. */
export function usePause(waiting: boolean): boolean {
  const [hasPaused, setPaused] = useState(false);
  if (!waiting && hasPaused) setPaused(false);
  useEffect(() => {
    if (!waiting || hasPaused) return;
    let timer = setTimeout(() => setPaused(true), PAUSE);
    const listening = new AbortController();
    document.addEventListener(
      'keydown',
      () => {
        clearTimeout(timer);
        timer = setTimeout(() => setPaused(true), PAUSE);
      },
      { signal: listening.signal, capture: true },
    );
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, [waiting, hasPaused]);
  return waiting && hasPaused;
}
