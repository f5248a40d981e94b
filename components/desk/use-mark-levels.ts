import { type RefObject, useMemo } from 'react';
import { useDeskState } from './desk-state';

/** The y of a mark's first word in px from the top of the desk; undefined while the mark is not on the page. */
export type LevelOf = (annotationId: string) => number | undefined;

/**
 * Where the marks stand beside which their cards belong. A new function whenever marks may have moved, so that whoever
 * lays out by it lays out again; each measures only what it is asked for, once.
 */
export function useMarkLevels(
  text: RefObject<HTMLElement | null>,
  frame: RefObject<HTMLElement | null>,
): LevelOf {
  const layoutVersion = useDeskState((state) => state.layoutVersion);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each version of the layout is measured anew.
  return useMemo(() => measure(text, frame), [text, frame, layoutVersion]);
}

function measure(text: RefObject<HTMLElement | null>, frame: RefObject<HTMLElement | null>): LevelOf {
  const levels = new Map<string, number>();
  /** The tops of blocks that are not laid out, about. */
  const far = new Map<Element, number>();
  let found: { readonly elements: ReadonlyMap<string, HTMLElement>; readonly top: number } | undefined;
  return (id) => {
    const known = levels.get(id);
    if (known !== undefined || text.current === null || frame.current === null) return known;
    found ??= { elements: firstPieces(text.current), top: frame.current.getBoundingClientRect().top };
    const element = found.elements.get(id);
    if (element === undefined) return undefined;
    const level = levelIn(element, far) - found.top;
    levels.set(id, level);
    return level;
  };
}

/** The element with which each mark begins, by the mark's id. */
function firstPieces(text: HTMLElement): ReadonlyMap<string, HTMLElement> {
  const elements = new Map<string, HTMLElement>();
  for (const element of text.querySelectorAll<HTMLElement>('mark[data-first]')) {
    const id = element.dataset['mark'];
    if (id !== undefined) elements.set(id, element);
  }
  return elements;
}

/**
 * The top of a mark in the window. Measuring inside a section that the browser has not laid out would make it lay out
 * the section; there the place of the mark's block among the section's says about where it will be.
 */
function levelIn(mark: HTMLElement, far: Map<Element, number>): number {
  if (mark.checkVisibility({ contentVisibilityAuto: true })) return mark.getClientRects()[0]?.top ?? 0;
  const block = mark.closest('[data-offset]');
  const section = mark.closest('[data-section]');
  if (block === null || section === null) return 0;
  if (!far.has(block)) noteFarBlocks(section, far);
  return far.get(block) ?? 0;
}

/** Spreads the blocks of a section evenly over the height that the browser gives it. */
function noteFarBlocks(section: Element, far: Map<Element, number>): void {
  const { top, height } = section.getBoundingClientRect();
  const blocks = section.querySelectorAll('[data-offset]');
  for (const [place, block] of blocks.entries()) far.set(block, top + (height * place) / blocks.length);
}
