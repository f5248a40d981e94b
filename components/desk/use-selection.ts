import { type RefObject, useEffect } from 'react';
import { useDeskStore } from './desk-state';
import { readRange } from './dom-range';
import { followPointer, isPointerDown } from './pointer';

/**
 * Brings the browser's selection to the desk's state, as offsets. Mouse, touch, keyboard and assistive technology all
 * move the same selection, so that `selectionchange` is the one path. A selection counts once the pointer is up; it has
 * to begin in the article, and what reaches beyond the article is cut off.
 */
export function useSelection(text: RefObject<HTMLElement | null>): void {
  const store = useDeskStore();
  useEffect(() => {
    const read = () => {
      const { select } = store.get();
      const selection = document.getSelection();
      const range =
        selection?.rangeCount === 1 && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
      const root = text.current;
      if (range === undefined || root === null || !root.contains(range.startContainer))
        return select(undefined);
      if (isPointerDown()) return;
      const offsets = readRange(root, range);
      select(offsets === undefined || offsets.start === offsets.end ? undefined : offsets);
    };
    const listening = new AbortController();
    document.addEventListener('selectionchange', read, { signal: listening.signal });
    const leave = followPointer(read);
    // Somebody may have been quicker than the script.
    read();
    return () => {
      listening.abort();
      leave();
    };
  }, [store, text]);
}
