/** Long JSON in pieces: an object whose innermost last member is a list, one piece an item. */

/**
 * The JSON of `frame` with `items` in place of the empty list that stands last in it, at whatever depth; without
 * `indent` on one line. Only the item at hand is ever held as text.
 */
export function* writeJsonList(frame: object, items: Iterable<object>, indent = 0): Generator<string> {
  const whole = JSON.stringify(frame, undefined, indent);
  const at = whole.lastIndexOf('[]');
  if (at === -1 || !/^[\s}]*$/.test(whole.slice(at + 2)))
    throw new Error('the frame must end in an empty list');
  const outer = /\n( *)[^\n]*$/.exec(whole.slice(0, at))?.[1] ?? '';
  const [lineBreak, lastBreak] = indent === 0 ? ['', ''] : [`\n${outer}${' '.repeat(indent)}`, `\n${outer}`];
  yield whole.slice(0, at + 1);
  let isFirst = true;
  for (const item of items) {
    yield `${isFirst ? '' : ','}${lineBreak}${JSON.stringify(item, undefined, indent).replaceAll('\n', lineBreak)}`;
    isFirst = false;
  }
  yield `${isFirst ? '' : lastBreak}${whole.slice(at + 1)}${indent === 0 ? '' : '\n'}`;
}
