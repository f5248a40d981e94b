import { type RefObject, useEffect, useState } from 'react';

/** How far around the view still counts, and in which steps scrolling is noticed, in px. */
const MARGIN = 1200;
const STEP = 400;

/** Tells whether something at `top` of the column, `height` high, is in view or near it. */
export function useInView(column: RefObject<HTMLElement | null>): (top: number, height: number) => boolean {
  const [view, setView] = useState({ from: 0, to: 2000 });
  useEffect(() => {
    const look = () => {
      const start = -(column.current?.getBoundingClientRect().top ?? 0);
      const from = Math.floor(start / STEP) * STEP;
      const to = Math.ceil((start + window.innerHeight) / STEP) * STEP;
      setView((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    look();
    const listening = new AbortController();
    // Captured, because scroll events of the scrolling element inside do not bubble.
    document.addEventListener('scroll', look, { capture: true, passive: true, signal: listening.signal });
    window.addEventListener('resize', look, { signal: listening.signal });
    return () => listening.abort();
  }, [column]);
  return (top, height) => top + height > view.from - MARGIN && top < view.to + MARGIN;
}
