/** Puts one mark into an ordered list without sorting the list: an article may carry ten thousand. */
import type { Annotation } from '@/domain/annotation';
import { compareInText } from './apply-unsent';

/**
 * The marks, which stand in text order, with this one in its place and without what it was before; or, when it does not
 * belong there (`belongs` false), without it. The same array when nothing changes by that. All other marks stay the same
 * objects.
 */
export function placeMark(marks: Annotation[], mark: Annotation, belongs: boolean): Annotation[] {
  const old = marks.findIndex(({ id }) => id === mark.id);
  if (!belongs) return old === -1 ? marks : marks.toSpliced(old, 1);
  if (marks[old] === mark) return marks;
  const others = old === -1 ? marks : marks.toSpliced(old, 1);
  return others.toSpliced(placeIn(others, mark), 0, mark);
}

/** Where the mark belongs among the marks, by halving. */
function placeIn(marks: readonly Annotation[], mark: Annotation): number {
  let from = 0;
  let to = marks.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const there = marks[middle];
    if (there !== undefined && compareInText(there, mark) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
