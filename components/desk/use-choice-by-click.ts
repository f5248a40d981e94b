import { type RefObject, useEffect } from 'react';
import { nextOutwards, smallestFirst } from '@/domain/segments';
import { useDeskStore } from './desk-state';
import type { DrawnSpan, MarkStore } from './mark-store';

/**
 * A click on marked words chooses the smallest mark there; repeated clicks go outwards. A click beside all marks leaves
 * the chosen one, unless one of its forms is open. Dragging over words selects and chooses nothing. On the element
 * itself, as clicks on `mark` also come from screen readers.
 */
export function useChoiceByClick(text: RefObject<HTMLElement | null>, marks: MarkStore): void {
  const store = useDeskStore();
  useEffect(() => {
    const click = (event: MouseEvent) => {
      if (event.button !== 0 || document.getSelection()?.isCollapsed === false) return;
      if (!(event.target instanceof Element)) return;
      const { choose, chosenId, editingId, deciding } = store.get();
      const ids = smallestFirst(spansAround(event.target, marks)).map((span) => span.id);
      const id = nextOutwards([...new Set(ids)], chosenId);
      if (id !== undefined) choose(id, 'text');
      else if (chosenId !== undefined && editingId === undefined && deciding === undefined) {
        choose(undefined, 'text');
      }
    };
    const root = text.current;
    const listening = new AbortController();
    root?.addEventListener('click', click, { signal: listening.signal });
    return () => listening.abort();
  }, [store, text, marks]);
}

/** The spans drawn around an element of the text. */
function spansAround(target: Element, marks: MarkStore): DrawnSpan[] {
  const block = target.closest<HTMLElement>('[data-offset]');
  if (block === null) return [];
  const ids = new Set<string | undefined>();
  for (
    let at = target.closest<HTMLElement>('mark');
    at !== null;
    at = at.parentElement?.closest('mark') ?? null
  ) {
    ids.add(at.dataset['mark']);
  }
  const spans = marks.spansOf(marks.blockAt(Number(block.dataset['offset'])));
  return spans.filter((span) => ids.has(span.id));
}
