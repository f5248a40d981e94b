/** The words of a Markdown paragraph with their emphasis and links, line by meant line. */
import type { Nodes, Parents } from 'mdast';
import { InlineMark } from '@/domain/revision';
import { marksWithin } from './marks-within';

/** One line's text and the marks inside it, offsets in UTF-16 code units. */
export interface InlineLine {
  readonly text: string;
  readonly marks: readonly InlineMark[];
}

/** What inline reading needs from the document, and what it counts for it. */
export interface InlineContext {
  /** Addresses of link definitions by their identifier. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly givenUp: { links: number; pictures: number; html: number };
}

/** Stands for a break that the source means; no text contains it, since it is a line separator itself. */
const BREAK = '\u2028';

/** A table's second line. */
const TABLE = /^.*\|.*\n[ \t|:-]*-[ \t|:-]*(?=\n|$)/;

/**
 * The lines of a paragraph or a heading: hard breaks part them, soft breaks are blanks. In a table each row is a line,
 * its cells parted by middle dots. Empty lines are left out.
 */
export function inlineLines(node: Parents, context: InlineContext): InlineLine[] {
  const words = { text: '', marks: [] };
  for (const child of node.children) write(child, words, context);
  const isTable = TABLE.test(words.text);
  const text = words.text.replaceAll('\n', isTable ? BREAK : ' ').replaceAll('|', isTable ? '·' : '|');
  const lines: InlineLine[] = [];
  let start = 0;
  for (const line of text.split(BREAK)) {
    const kept = isTable && !/[\p{L}\p{N}]/u.test(line) ? '' : line;
    const trimmed = isTable ? kept.replace(/^[\s·]+|[\s·]+$/g, '') : kept.trim();
    const from = start + line.indexOf(trimmed);
    if (trimmed !== '') {
      lines.push({ text: trimmed, marks: marksWithin(words, from, from + trimmed.length) });
    }
    start += line.length + 1;
  }
  return lines;
}

interface Words {
  text: string;
  readonly marks: InlineMark[];
}

function write(node: Nodes, words: Words, context: InlineContext): void {
  const start = words.text.length;
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      words.text += oneBlank(node.value);
      return;
    case 'break':
      words.text += BREAK;
      return;
    case 'html':
      context.givenUp.html += 1;
      if (/^<br\s*\/?>$/i.test(node.value)) words.text += BREAK;
      return;
    case 'image':
    case 'imageReference':
      context.givenUp.pictures += 1;
      words.text += oneBlank(node.alt ?? '');
      return;
    case 'emphasis':
    case 'strong':
      writeChildren(node, words, context);
      if (words.text.length > start) {
        words.marks.push({ type: node.type === 'strong' ? 'strong' : 'em', start, end: words.text.length });
      }
      return;
    case 'link':
    case 'linkReference':
      writeChildren(node, words, context);
      writeLink(
        node.type === 'link' ? node.url : context.addresses.get(node.identifier),
        start,
        words,
        context,
      );
      return;
    default:
      if ('children' in node) writeChildren(node, words, context);
  }
}

function writeChildren(node: Parents, words: Words, context: InlineContext): void {
  for (const child of node.children) write(child, words, context);
}

/** Only web and mail addresses are kept. */
function writeLink(href: string | undefined, start: number, words: Words, { givenUp }: InlineContext): void {
  const mark = InlineMark.safeParse({ type: 'link', start, end: words.text.length, href });
  if (words.text.length === start) return;
  if (mark.success) words.marks.push(mark.data);
  else givenUp.links += 1;
}

function oneBlank(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, '\n').replace(/[ \t\f\v]+/g, ' ');
}
