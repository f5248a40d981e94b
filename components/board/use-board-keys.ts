'use client';

import { type RefObject, useEffect } from 'react';

/** `j` and `k` walk the stories of the list, `/` goes to the search. Enter follows the link that has the focus. */
export function useBoardKeys(
  list: RefObject<HTMLElement | null>,
  search: RefObject<HTMLInputElement | null>,
): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(busyWithKeys) !== null) return;
      if (event.key === '/') search.current?.focus();
      else if (event.key === 'j') walk(list.current, 1);
      else if (event.key === 'k') walk(list.current, -1);
      else return;
      event.preventDefault();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [list, search]);
}

/** Where letters mean something else. */
const busyWithKeys = 'input, textarea, select, [contenteditable], [role=menu], [role=dialog]';

/** The links that lead to stories carry this attribute. */
export const STORY = 'data-story';

function walk(list: HTMLElement | null, step: 1 | -1): void {
  if (list === null) return;
  const stories = [...list.querySelectorAll<HTMLElement>(`[${STORY}]`)];
  const here = stories.findIndex((story) => story.matches(':focus'));
  const next = here === -1 ? (step === 1 ? 0 : stories.length - 1) : here + step;
  stories[next]?.focus();
}
