/** Boxes in px, in one frame of reference. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Letters of one line are set this exactly at one height, and next to one another; px. */
const EXACTLY = 1;

/**
 * The same places in as few boxes as there are lines, or pieces of them where writing changes its direction: neighbours
 * in a line become one, so that no seam shows between them. Boxes without width are left out.
 */
export function joinBoxes(boxes: readonly Box[]): Box[] {
  const joined: Box[] = [];
  for (const box of boxes) {
    if (box.right - box.left < EXACTLY / 2) continue;
    const last = joined.at(-1);
    if (last !== undefined && isInLine(last, box) && touches(last, box))
      joined[joined.length - 1] = union(last, box);
    else joined.push({ left: box.left, top: box.top, right: box.right, bottom: box.bottom });
  }
  return joined;
}

function isInLine(one: Box, other: Box): boolean {
  return Math.abs(one.top - other.top) <= EXACTLY && Math.abs(one.bottom - other.bottom) <= EXACTLY;
}

function touches(one: Box, other: Box): boolean {
  return other.left <= one.right + EXACTLY && other.right >= one.left - EXACTLY;
}

function union(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}
