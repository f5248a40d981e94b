/**
 * Markdown (CommonMark) as paragraphs: headings, lists, block quotes and inline marks are kept; code, HTML, images
 * and tables become the text that a reader would see.
 */
import type { Parents, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { BlockType } from './draft';
import { type InlineLine, inlineLines } from './markdown-inline';
import type { Paragraph } from './paragraph';
import { splitMarkdown } from './split-markdown';
import { withoutTags } from './without-tags';

/**
 * The paragraphs of a normalised source from `offset` on, and what was given up, in sentences. Yields after each part
 * how much of the source is read, from 0 to 1, so that a screen need not freeze over a long one.
 */
export function* readMarkdown(
  source: string,
  offset: number,
): Generator<number, { paragraphs: Paragraph[]; notes: string[] }> {
  const reader = new MarkdownReader();
  for (const { text, start, length, isPlain } of splitMarkdown(source, offset)) {
    if (isPlain) reader.readPlain(text.slice(0, length), start);
    else reader.read(text, start, length);
    yield (start + length) / source.length;
  }
  return { paragraphs: reader.paragraphs, notes: reader.notes() };
}

/** Collects paragraphs in source order, each piece with a key above all before it. */
class MarkdownReader {
  readonly paragraphs: Paragraph[] = [];
  private readonly givenUp = { links: 0, pictures: 0, html: 0, passages: 0 };
  private addresses = new Map<string, string>();
  private start = 0;
  private nextKey = 0;

  /** Reads one part; only its first `length` code units are text, behind them stand definitions. */
  read(text: string, start: number, length: number): void {
    const { children } = fromMarkdown(text);
    this.start = start;
    this.addresses = new Map(
      children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])),
    );
    for (const node of children) {
      if ((node.position?.start.offset ?? 0) < length) this.readBlock(node, 'paragraph');
    }
  }

  readPlain(text: string, start: number): void {
    this.givenUp.passages += 1;
    this.addLines(text, start);
  }

  notes(): string[] {
    const { links, pictures, html, passages } = this.givenUp;
    return [
      ...(links > 0 ? [`Links without a web or mail address became plain text: ${links}.`] : []),
      ...(pictures > 0 ? [`Pictures left out, their descriptions kept as text: ${pictures}.`] : []),
      ...(html > 0 ? ['HTML became plain text.'] : []),
      ...(passages > 0
        ? [`Passages with too many Markdown signs were taken as plain text: ${passages}.`]
        : []),
    ];
  }

  private readBlock(node: RootContent, type: BlockType, number = ''): void {
    const at = this.start + (node.position?.start.offset ?? 0);
    switch (node.type) {
      case 'paragraph':
        this.addInline(node, at, isPicture(node) ? 'caption' : type, number);
        break;
      case 'heading':
        this.addInline(node, at, 'heading', number, node.depth);
        break;
      case 'blockquote':
        for (const child of node.children) this.readBlock(child, 'blockquote');
        break;
      case 'list':
        for (const [index, item] of node.children.entries()) {
          const itemNumber = node.ordered === true ? `${(node.start ?? 1) + index}. ` : '';
          for (const [place, child] of item.children.entries()) {
            this.readBlock(child, 'listItem', place === 0 ? itemNumber : '');
          }
        }
        break;
      case 'code':
        this.addLines(node.value, at);
        break;
      case 'html':
        this.givenUp.html += 1;
        this.addLines(withoutTags(node.value), at);
        break;
      default:
        break;
    }
  }

  /** Each line a paragraph of its own. */
  private addLines(text: string, at: number): void {
    let start = at;
    for (const line of text.split('\n')) {
      this.push({ text: line.trim().replace(/\s+/g, ' '), marks: [] }, start, 'paragraph');
      start += line.length + 1;
    }
  }

  /** The number of an ordered list's item stays in its text. */
  private addInline(node: Parents, at: number, type: BlockType, number: string, depth?: number): void {
    for (const [index, line] of inlineLines(node, {
      addresses: this.addresses,
      givenUp: this.givenUp,
    }).entries()) {
      const numbered = index === 0 && number !== '' ? shifted(line, number) : line;
      this.push(numbered, at, type, depth);
    }
  }

  private push({ text, marks }: InlineLine, at: number, type: BlockType, depth?: number): void {
    if (text === '') return;
    const key = Math.max(at, this.nextKey);
    this.nextKey = key + text.length + 1;
    const level = depth === undefined ? {} : { level: Math.max(2, depth) };
    this.paragraphs.push({
      before: [],
      pieces: [{ key, text, marks, join: 'block', type, ...level }],
      isMarked: type === 'listItem' || type === 'blockquote',
      lines: 1,
    });
  }
}

function isPicture({ children }: Parents): boolean {
  return children.length > 0 && children.every(({ type }) => type === 'image' || type === 'imageReference');
}

function shifted({ text, marks }: InlineLine, prefix: string): InlineLine {
  const by = prefix.length;
  return {
    text: prefix + text,
    marks: marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by })),
  };
}
