import { type RefObject, useEffect } from 'react';
import { useDeskStore } from './desk-state';
import type { MarkStore } from './mark-store';
import type { Section } from './text-sections';

/** How far below and above the window a section counts as in view. */
const NEAR = '100% 0px';

/**
 * Lets sections draw their marks: those in view at once, the others one by one while the browser has nothing to do. And
 * says when sections get another height, as they do when they are laid out for the first time.
 */
export function useSectionsInView(
  text: RefObject<HTMLElement | null>,
  sections: readonly Section[],
  marks: MarkStore,
): void {
  const desk = useDeskStore();
  useEffect(() => {
    const root = text.current;
    if (root === null) return;
    const elements = [...root.querySelectorAll<HTMLElement>('[data-section]')];
    const open = (element: HTMLElement) => {
      const section = sections[elements.indexOf(element)];
      if (section !== undefined) marks.open(section.first, section.end);
    };

    const inView = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting || !(target instanceof HTMLElement)) continue;
          open(target);
          inView.unobserve(target);
        }
      },
      { rootMargin: NEAR },
    );
    const sized = new ResizeObserver(() => desk.get().relaid());
    // What stands above the sections counts too, as when the letters of the headline come.
    sized.observe(root);
    // A section that the browser lays out tells where its marks are, also when its height was guessed right.
    const laidOut = (event: Event) => 'skipped' in event && event.skipped === false && desk.get().relaid();
    root.addEventListener('contentvisibilityautostatechange', laidOut);
    for (const element of elements) {
      inView.observe(element);
      sized.observe(element);
    }

    let next = 0;
    const openNext = () => {
      const element = elements[next];
      if (element === undefined) return;
      open(element);
      next += 1;
      idle = requestIdleCallback(openNext);
    };
    let idle = requestIdleCallback(openNext);

    return () => {
      root.removeEventListener('contentvisibilityautostatechange', laidOut);
      inView.disconnect();
      sized.disconnect();
      cancelIdleCallback(idle);
    };
  }, [text, sections, marks, desk]);
}
