/**
 * Draws where colleagues are over the text without touching it: boxes in a layer beside the text, placed anew whenever
 * words may have moved. All is measured first and written then, at most once a frame, and only for those who moved.
 * Sections that the browser has not laid out are left alone.
 *
 * Custom highlights (CSS Custom Highlight API), which would follow the words by themselves, are not used for the washes:
 * under a highlight Chromium draws the lines of marks in the colour of the text, and marks are told by their lines.
 */
import { type CaretBox, caretBox, laidOutBlocks, wordBoxes } from '@/components/desk/dom-range';
import type { Range } from '@/domain/span';
import { type Box, joinBoxes } from './join-boxes';

/** Somebody with a place in the text. */
export interface Placed {
  readonly id: string;
  readonly selection: Range;
}

export interface Painter {
  /** Draws exactly these people. The layer holds an element with `data-person`, their id, for each of them. */
  readonly show: (people: readonly Placed[]) => void;
  /** Lets somebody's caret show its name for a while. */
  readonly name: (personId: string) => void;
  /** Takes everything away again. */
  readonly stop: () => void;
}

/** How long a caret that moved shows its name, in milliseconds. */
const NAMED_FOR = 2000;

/** How far beside a caret the pointer may be for its name to show, px. */
const REACH = 6;

/** How far a name may stand out of the text's column, px. */
const OVERHANG = 12;

interface Drawn {
  readonly person: Placed;
  /** What they have selected, in px from the layer's corner. */
  readonly lines: readonly Box[];
  /** In px from there too; undefined while the place is not laid out. */
  readonly caret: CaretBox | undefined;
}

/** Begins to draw over `text` into `layer`, a positioned element whose corner is that of `text`. */
export function paintColleagues(text: HTMLElement, layer: HTMLElement): Painter {
  /** Until when (as `performance.now`) each person's caret shows its name. */
  const namedUntil = new Map<string, number>();
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  let people: readonly Placed[] = [];
  let drawn: ReadonlyMap<string, Drawn> = new Map();
  /** Undefined whenever words may have moved: then all is measured anew. */
  let blocks: readonly HTMLElement[] | undefined;
  let frame: number | undefined;

  function drawSoon(): void {
    frame ??= requestAnimationFrame(draw);
  }

  function relaid(): void {
    blocks = undefined;
    drawSoon();
  }

  function draw(): void {
    frame = undefined;
    const before = drawn;
    const isRelaid = blocks === undefined;
    const laidOut = blocks ?? laidOutBlocks(text);
    blocks = laidOut;
    const origin = layer.getBoundingClientRect();
    drawn = new Map(
      people.map((person) => {
        const last = before.get(person.id);
        const stays = !isRelaid && last !== undefined && isSame(last.person, person);
        return [person.id, stays ? last : measure(person, laidOut, origin)];
      }),
    );
    const column = text.offsetWidth + OVERHANG;
    const elements = elementsOfPeople(layer);
    const widths = new Map(elements.map((element) => [element, nameWidth(element)]));

    for (const element of elements) {
      const id = idOf(element);
      element.toggleAttribute('data-named', namedUntil.has(id));
      const person = drawn.get(id);
      if (person === undefined || person === before.get(id)) continue;
      placeCaret(element, person.caret, column - (widths.get(element) ?? 0));
      placeWash(element, person.lines);
    }
  }

  function name(personId: string): void {
    namedUntil.set(personId, performance.now() + NAMED_FOR);
    forgetting ??= setTimeout(forgetNames, NAMED_FOR);
    drawSoon();
  }

  function forgetNames(): void {
    const now = performance.now();
    for (const [id, until] of namedUntil) if (until <= now) namedUntil.delete(id);
    const next = Math.min(...namedUntil.values());
    forgetting = next === Number.POSITIVE_INFINITY ? undefined : setTimeout(forgetNames, next - now);
    drawSoon();
  }

  function nameUnderPointer({ clientX, clientY }: PointerEvent): void {
    const { left, top } = layer.getBoundingClientRect();
    for (const element of elementsOfPeople(layer)) {
      const caret = drawn.get(idOf(element))?.caret;
      element.toggleAttribute('data-hovered', isNear(caret, clientX - left, clientY - top));
    }
  }

  const listening = new AbortController();
  const { signal } = listening;
  text.addEventListener('pointermove', nameUnderPointer, { signal, passive: true });
  text.addEventListener('pointerdown', nameUnderPointer, { signal, passive: true });
  text.addEventListener('contentvisibilityautostatechange', relaid, { signal, capture: true });
  document.fonts.addEventListener('loadingdone', relaid, { signal });
  const resized = new ResizeObserver(relaid);
  resized.observe(text);
  const redrawn = new MutationObserver(relaid);
  redrawn.observe(text, { childList: true, characterData: true, subtree: true });

  return {
    show(next) {
      const last = new Map(people.map((person) => [person.id, person]));
      people = next;
      for (const person of next) {
        const before = last.get(person.id);
        if (before === undefined || !isSame(before, person)) name(person.id);
      }
      drawSoon();
    },
    name,
    stop() {
      listening.abort();
      resized.disconnect();
      redrawn.disconnect();
      if (frame !== undefined) cancelAnimationFrame(frame);
      clearTimeout(forgetting);
    },
  };
}

function measure(person: Placed, blocks: readonly HTMLElement[], origin: DOMRect): Drawn {
  const { start, end } = person.selection;
  const box = caretBox(blocks, { start, end });
  const inLayer = ({ left, top, right, bottom }: Box): Box => ({
    left: left - origin.left,
    top: top - origin.top,
    right: right - origin.left,
    bottom: bottom - origin.top,
  });
  return {
    person,
    lines: start === end ? [] : joinBoxes(wordBoxes(blocks, { start, end })).map(inLayer),
    caret: box && { x: box.x - origin.left, top: box.top - origin.top, bottom: box.bottom - origin.top },
  };
}

/** Puts a caret where it belongs; its name stands to its left when it would begin beyond `lastName`. */
function placeCaret(element: HTMLElement, caret: CaretBox | undefined, lastName: number): void {
  const stem = element.querySelector<HTMLElement>('[data-caret]');
  if (stem === null) return;
  stem.toggleAttribute('data-placed', caret !== undefined);
  if (caret === undefined) return;
  stem.toggleAttribute('data-flipped', caret.x > lastName);
  stem.style.translate = `${Math.round(caret.x)}px ${Math.round(caret.top)}px`;
  stem.style.height = `${Math.round(caret.bottom - caret.top)}px`;
}

/** Lays one box over each line; boxes from before are used again. */
function placeWash(element: HTMLElement, lines: readonly Box[]): void {
  const boxes = [...element.querySelectorAll<HTMLElement>('[data-line]')];
  for (const spare of boxes.slice(lines.length)) spare.hidden = true;
  for (const [at, { left, top, right, bottom }] of lines.entries()) {
    const box = boxes[at] ?? element.insertBefore(newLine(), element.lastChild);
    box.hidden = false;
    box.style.translate = `${left}px ${top}px`;
    box.style.width = `${right - left}px`;
    box.style.height = `${bottom - top}px`;
  }
}

function newLine(): HTMLElement {
  const line = document.createElement('span');
  line.className = 'colleague-line';
  line.dataset['line'] = '';
  return line;
}

function isSame(one: Placed, other: Placed): boolean {
  return one.selection.start === other.selection.start && one.selection.end === other.selection.end;
}

function isNear(caret: CaretBox | undefined, x: number, y: number): boolean {
  return caret !== undefined && Math.abs(caret.x - x) <= REACH && y >= caret.top && y <= caret.bottom;
}

function elementsOfPeople(layer: HTMLElement): HTMLElement[] {
  return [...layer.querySelectorAll<HTMLElement>('[data-person]')];
}

function idOf(element: HTMLElement): string {
  return element.dataset['person'] ?? '';
}

/** How wide a name is, px; names do not change, so each is measured once. */
function nameWidth(element: HTMLElement): number {
  const known = nameWidths.get(element);
  if (known !== undefined) return known;
  const width = element.querySelector<HTMLElement>('[data-name]')?.offsetWidth ?? 0;
  nameWidths.set(element, width);
  return width;
}

const nameWidths = new WeakMap<HTMLElement, number>();
