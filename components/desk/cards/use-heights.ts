import { useCallback, useEffect, useRef, useState } from 'react';

/** Heights of elements in px as the browser lays them out, by id; `measure(id)` is the ref of each. */
export function useHeights(): {
  readonly heights: ReadonlyMap<string, number>;
  readonly measure: (id: string, element: HTMLElement | null) => void;
} {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const elements = useRef(new Map<string, HTMLElement>());
  const observer = useRef<ResizeObserver>(undefined);

  useEffect(() => {
    const watching = new ResizeObserver((entries) => {
      setHeights((before) => withEntries(before, entries));
    });
    observer.current = watching;
    for (const element of elements.current.values()) watching.observe(element);
    return () => watching.disconnect();
  }, []);

  const measure = useCallback((id: string, element: HTMLElement | null) => {
    const before = elements.current.get(id);
    if (before === element) return;
    if (before !== undefined) observer.current?.unobserve(before);
    if (element === null) {
      elements.current.delete(id);
      return;
    }
    element.dataset['measured'] = id;
    elements.current.set(id, element);
    observer.current?.observe(element);
  }, []);

  return { heights, measure };
}

function withEntries(
  before: ReadonlyMap<string, number>,
  entries: readonly ResizeObserverEntry[],
): ReadonlyMap<string, number> {
  const after = new Map(before);
  let changed = false;
  for (const { target, borderBoxSize } of entries) {
    const id = target instanceof HTMLElement ? target.dataset['measured'] : undefined;
    const height = borderBoxSize[0]?.blockSize;
    if (id === undefined || height === undefined || height === 0 || after.get(id) === height) continue;
    after.set(id, height);
    changed = true;
  }
  return changed ? after : before;
}
