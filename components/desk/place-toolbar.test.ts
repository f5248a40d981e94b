import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, placeToolbar } from './place-toolbar';

const view: Box = { left: 0, top: 48, right: 800, bottom: 600 };
const size = { width: 270, height: 40 };
const line = (top: number, left = 200, right = 600): Box => ({ left, top, right, bottom: top + 26 });

test.each([
  ['above the first line', [line(300), line(331, 100)], { left: 200, top: 252 }],
  ['below the last line when the header is near', [line(60), line(91, 100, 500)], { left: 230, top: 125 }],
  ['inside the view at its left edge', [line(300, -40, 100)], { left: 8, top: 252 }],
  ['inside the view at its right edge', [line(300, 760, 790)], { left: 522, top: 252 }],
  ['at the end of a view that is all selected', [line(40), line(580)], { left: 200, top: 552 }],
])('stands %s', (_, lines, corner) => {
  expect(placeToolbar({ lines, view, ...size })).toEqual(corner);
});

test('there is no place without lines', () => {
  expect(placeToolbar({ lines: [], view, ...size })).toBeUndefined();
});

test('never covers a selected word where there is room beside the selection', () => {
  const lines = fc
    .tuple(
      fc.integer({ min: -200, max: 700 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 700 }),
    )
    .map(([top, count, left]) =>
      Array.from({ length: count }, (_, at) => line(top + at * 31, at === 0 ? left : 0, 700)),
    );
  fc.assert(
    fc.property(lines, (selected) => {
      const corner = placeToolbar({ lines: selected, view, ...size });
      if (corner === undefined) throw new Error('no place');
      const top = Math.min(...selected.map((each) => each.top));
      const bottom = Math.max(...selected.map((each) => each.bottom));
      const isRoom = top - view.top >= size.height + 8 || view.bottom - bottom >= size.height + 8;
      const covers = selected.some((each) => corner.top < each.bottom && corner.top + size.height > each.top);
      expect(isRoom && covers).toBe(false);
      expect(corner.left).toBeGreaterThanOrEqual(view.left);
      expect(corner.left + size.width).toBeLessThanOrEqual(view.right);
    }),
  );
});
