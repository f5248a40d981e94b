import { expect, test } from 'vitest';
import { joinBoxes } from './join-boxes';

/** A box on the first line of 20 px, or on the one that `line` counts from there. */
function box(left: number, right: number, line = 0) {
  return { left, right, top: line * 20, bottom: line * 20 + 16 };
}

test.each([
  { name: 'nothing', boxes: [], joined: [] },
  { name: 'pieces of one line', boxes: [box(0, 10), box(10, 30), box(30.4, 50)], joined: [box(0, 50)] },
  { name: 'pieces that run to the left', boxes: [box(80, 100), box(50, 80)], joined: [box(50, 100)] },
  { name: 'two lines', boxes: [box(60, 100), box(0, 40, 1)], joined: [box(60, 100), box(0, 40, 1)] },
  { name: 'a gap in a line', boxes: [box(0, 20), box(60, 80)], joined: [box(0, 20), box(60, 80)] },
  { name: 'a space that hangs behind a line', boxes: [box(0, 20), box(20, 20)], joined: [box(0, 20)] },
  {
    name: 'letters of another size',
    boxes: [box(0, 20), { left: 20, right: 30, top: 4, bottom: 16 }],
    joined: [box(0, 20), { left: 20, right: 30, top: 4, bottom: 16 }],
  },
])('$name', ({ boxes, joined }) => {
  expect(joinBoxes(boxes)).toEqual(joined);
});
