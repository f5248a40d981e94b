'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';

/** How far below and above the screen sections are drawn ahead. */
const AHEAD = '1500px';

/** Draws its children when they come near the screen, and keeps them; before that it keeps their place. */
export function LazySection({
  isDrawn,
  estimatedHeight,
  children,
}: {
  /** Drawn from the start. */
  readonly isDrawn: boolean;
  /** In CSS pixels, until it is drawn. */
  readonly estimatedHeight: number;
  readonly children: () => ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(isDrawn);
  const draws = isDrawn || isNear;
  useEffect(() => {
    if (draws || place.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setIsNear(true),
      { rootMargin: AHEAD },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [draws]);
  if (draws) return children();
  return <div ref={place} style={{ height: estimatedHeight }} />;
}
