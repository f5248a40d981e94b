/** Long JSON in pieces: an object whose last members are lists, one piece an item. */

/**
 * The JSON of `frame` with the items of `lists`, in order, in place of the empty lists that stand last in it, at
 * whatever depth; without `indent` on one line. Only the item at hand is ever held as text.
 */
export function* writeJsonLists(
  frame: object,
  lists: readonly Iterable<object>[],
  indent = 0,
): Generator<string> {
  const whole = JSON.stringify(frame, undefined, indent);
  const places = placesOfLists(whole, lists.length);
  let written = 0;
  for (const [index, at] of places.entries()) {
    yield whole.slice(written, at + 1);
    yield* writeItems(lists[index] ?? [], indent, indentAt(whole, at));
    written = at + 1;
  }
  yield `${whole.slice(written)}${indent === 0 ? '' : '\n'}`;
}

/** Where the last empty lists of a JSON text begin, in order. Throws where anything but their names stands between. */
function placesOfLists(json: string, count: number): number[] {
  const places: number[] = [];
  let end = json.length;
  while (places.length < count) {
    const at = json.lastIndexOf('[]', end - 1);
    const isLast = places.length === 0;
    const between = json.slice(at + 2, end);
    if (at === -1 || !(isLast ? /^[\s}]*$/ : /^,\s*"\w+":\s*$/).test(between)) {
      throw new Error(`the frame must end in ${count} empty lists`);
    }
    places.unshift(at);
    end = at;
  }
  return places;
}

/** The white space that the line of this place begins with. */
function indentAt(json: string, at: number): string {
  return /\n( *)[^\n]*$/.exec(json.slice(0, at))?.[1] ?? '';
}

function* writeItems(items: Iterable<object>, indent: number, outer: string): Generator<string> {
  const lineBreak = indent === 0 ? '' : `\n${outer}${' '.repeat(indent)}`;
  let isFirst = true;
  for (const item of items) {
    yield `${isFirst ? '' : ','}${lineBreak}${JSON.stringify(item, undefined, indent).replaceAll('\n', lineBreak)}`;
    isFirst = false;
  }
  if (!isFirst && indent > 0) yield `\n${outer}`;
}
