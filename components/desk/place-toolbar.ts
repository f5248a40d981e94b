/** Where the toolbar stands beside a selection. All lengths in px, in one frame of reference. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface ToolbarSpace {
  /** The boxes of the selected words, line by line. */
  readonly lines: readonly Box[];
  /** What of the page can be seen, without what stands before it (the header). */
  readonly view: Box;
  readonly width: number;
  readonly height: number;
}

/** Between the words and the toolbar, and between the toolbar and the edge of the view. */
const GAP = 8;

/**
 * The toolbar's left top corner: above the first selected line where there is room in view, else below the last one,
 * and never over a selected word. Where the selection fills the view, it stands at the view's end, over words that
 * cannot be avoided. Undefined when nothing is selected on screen.
 */
export function placeToolbar({
  lines,
  view,
  width,
  height,
}: ToolbarSpace): Pick<Box, 'left' | 'top'> | undefined {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const top = Math.min(...lines.map((line) => line.top));
  const bottom = Math.max(...lines.map((line) => line.bottom));
  const above = top - GAP - height;
  const below = bottom + GAP;
  const clamped = (left: number) => Math.max(view.left + GAP, Math.min(left, view.right - GAP - width));
  if (above >= view.top) return { left: clamped(first.left), top: above };
  if (below + height <= view.bottom) return { left: clamped(last.right - width), top: below };
  return { left: clamped(first.left), top: view.bottom - GAP - height };
}
