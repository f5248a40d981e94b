/** Plain text as paragraphs: blank lines part them, wrapped lines are joined, other breaks are meant. */
import { type Piece, type Recognition, recognition } from './draft';
import type { Paragraph } from './paragraph';
import { FINAL_STOP } from './sentences';

/** Lines longer than this are nobody's hard wrap: every break between them is meant. */
const WIDEST_WRAP = 120;

type Marker = 'listItem' | 'blockquote';

interface Line {
  /** Offset of the line's first visible character in the source. */
  readonly start: number;
  readonly text: string;
  readonly marker: Marker | undefined;
}

/**
 * The paragraphs of a normalised source from `offset` on, with what was recognised in how its lines lie: wrapped
 * lines, lists and block quotes.
 */
export function readPlainText(
  source: string,
  offset: number,
): { paragraphs: Paragraph[]; recognitions: Recognition[] } {
  const groups = groupLines(source, offset);
  const width = wrapWidth(groups);
  const paragraphs: Paragraph[] = [];
  const wrapped: Piece[] = [];
  const runs: Run[] = [];
  for (const group of groups) {
    for (const [index, line] of group.entries()) {
      const pieces = piecesOf(line);
      const above = group[index - 1];
      const paragraph = paragraphs.at(-1);
      if (above !== undefined && paragraph !== undefined && goesOn(above, line, width)) {
        paragraph.pieces.push(...pieces);
        paragraph.lines += 1;
        const run = line.marker === undefined ? undefined : runs.at(-1);
        if (run === undefined) wrapped.push(...pieces.slice(0, 1));
        else run.lines.push({ pieces, goesOn: true });
      } else {
        paragraphs.push({ before: [], pieces: [...pieces], isMarked: line.marker !== undefined, lines: 1 });
        if (line.marker === undefined) continue;
        const run = runs.at(-1);
        if (run !== undefined && above?.marker === line.marker) run.lines.push({ pieces, goesOn: false });
        else runs.push({ marker: line.marker, lines: [{ pieces, goesOn: false }] });
      }
    }
  }
  return { paragraphs, recognitions: [...recogniseWrap(wrapped), ...runs.map(recogniseRun)] };
}

/** Neighbouring lines with the same marker; each line's first piece is the marker. */
interface Run {
  readonly marker: Marker;
  readonly lines: { readonly pieces: readonly Piece[]; readonly goesOn: boolean }[];
}

/** Lines without the white space around them, in groups that blank lines part. */
function groupLines(source: string, offset: number): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  let start = offset;
  for (const raw of source.slice(offset).split(/[\n\u2028\u2029]/)) {
    const text = raw.trim();
    if (text !== '') {
      group.push({ start: start + raw.indexOf(text), text, marker: markerOf(text) });
    } else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
    start += raw.length + 1;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function markerOf(text: string): Marker | undefined {
  if (/^[-*•]\s+[^\s\p{L}\p{N}]{0,4}[\p{L}\p{N}]/u.test(text)) return 'listItem';
  return /^>\s*[^\s>]/.test(text) ? 'blockquote' : undefined;
}

/** A line as pieces, its runs of blanks as one: its text, or its marker and its text. */
function piecesOf({ start, text, marker }: Line): Piece[] {
  const shape = { marks: [], type: 'paragraph' } as const;
  if (marker === undefined) return [{ ...shape, key: start, text: oneBlank(text), join: 'block' }];
  const rest = text.slice(1).trimStart();
  return [
    { ...shape, key: start, text: text.charAt(0), join: 'block' },
    { ...shape, key: start + text.length - rest.length, text: oneBlank(rest), join: ' ' },
  ];
}

function oneBlank(text: string): string {
  return text.replace(/[ \t\f\v]+/g, ' ');
}

/** The width at which the source is wrapped: its longest line's, or 0 when lines are too long to be wrapped. */
function wrapWidth(groups: readonly (readonly Line[])[]): number {
  let longest = 0;
  for (const group of groups) {
    for (const { text } of group) if (/\s/.test(text)) longest = Math.max(longest, text.length);
  }
  return longest > WIDEST_WRAP ? 0 : longest;
}

/**
 * Whether a line goes on with the paragraph of the line above. It does when it begins in lower case after a line
 * without a final stop, or when its first word would not have fitted there.
 */
function goesOn(above: Line, line: Line, width: number): boolean {
  if (line.marker === 'listItem') return false;
  if (line.marker !== undefined && line.marker !== above.marker) return false;
  const text = line.marker === undefined ? line.text : line.text.slice(1).trimStart();
  if (/^\p{Ll}/u.test(text) && !FINAL_STOP.test(above.text)) return true;
  const firstWord = /^\S+/.exec(text)?.[0] ?? '';
  return width > 0 && above.text.length + 1 + firstWord.length > width;
}

function recogniseWrap(wrapped: readonly Piece[]): Recognition[] {
  if (wrapped.length === 0) return [];
  const continues = wrapped.map(({ key }) => key);
  const says = wrapped.length === 1 ? '1 line joined' : `${wrapped.length} lines joined`;
  return [{ ...recognition('lines', wrapped, {}, { continues }), says }];
}

function recogniseRun({ marker, lines }: Run): Recognition {
  const pieces = lines.flatMap((line) => line.pieces);
  return {
    ...recognition(marker === 'listItem' ? 'list' : 'blockquote', pieces, {}),
    says: lines[0]?.pieces.map(({ text }) => text).join(' ') ?? '',
    takes: lines.flatMap((line) => line.pieces.slice(0, 1)).map(({ key }) => key),
    starts: lines
      .filter((line) => !line.goesOn)
      .flatMap((line) => line.pieces.slice(1))
      .map(({ key }) => ({ key, type: marker })),
    continues: lines
      .filter((line) => line.goesOn)
      .flatMap((line) => line.pieces.slice(0, 1))
      .map(({ key }) => key),
  };
}
