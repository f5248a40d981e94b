/**
 * Long Markdown in parts that can be parsed one by one. The parser's time grows with the square of some runs of signs,
 * so parts are small, and a part with more signs than an article has is taken as plain text.
 */
import { Refusal } from '@/domain/refusal';

export interface MarkdownPart {
  /** The part, the link definitions that it uses behind it. */
  readonly text: string;
  /** Its offset in the source, UTF-16 code units. */
  readonly start: number;
  /** How much of `text` is the part itself. */
  readonly length: number;
  /** Whether it holds too many signs to be read as Markdown. */
  readonly isPlain: boolean;
}

/** Parts end at the first safe place after so many code units. */
const PART = 8192;
const MOST_SIGNS = 2500;
/** Of all parts together; the parser takes up to a millisecond for each. */
const MOST_SIGNS_IN_ALL = 40_000;
const LONGEST_RUN = 200;
const MOST_DEFINITIONS = 2000;
const DEEPEST_NESTING = 24;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const DEFINITION = /^ {0,3}\[([^\]\n]{1,200})\]:\s*\S+.*$/;
const ITEM = /^(?:[-+*]|\d{1,9}[.)])[ \t]+\S/;
const SIGNS = /[[\]*_`<>&]|(?:[-+]|\d[.)])(?=[ \t])/g;
const LONG_RUN = new RegExp(`([*_])\\1{${LONGEST_RUN},}[^\\s*_]`);
const NESTING = new RegExp(
  String.raw`^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){${DEEPEST_NESTING},}`,
);
const INDENTATION = new RegExp(String.raw`^[ \t]{${4 * DEEPEST_NESTING},}\S`);

/** The parts of a normalised source from `offset` on. Throws `invalid` where blocks lie too deep in each other. */
export function splitMarkdown(source: string, offset: number): MarkdownPart[] {
  const lines = source.slice(offset).split('\n');
  const definitions = new Map<string, string>();
  const parts: { start: number; text: string }[] = [];
  let fence: string | undefined;
  let start = offset;
  let at = offset;
  for (const [index, line] of lines.entries()) {
    if (NESTING.test(line) || INDENTATION.test(line)) throw tooDeep(source, at);
    if (fence === undefined && at - start > PART && mayBegin(line, lines[index - 1] ?? '')) {
      parts.push({ start, text: source.slice(start, at) });
      start = at;
    }
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
    }
    const definition = fence === undefined ? DEFINITION.exec(line)?.[1] : undefined;
    if (definition !== undefined && definitions.size < MOST_DEFINITIONS) {
      const label = labelOf(definition);
      if (!definitions.has(label)) definitions.set(label, line);
    }
    at += line.length + (index < lines.length - 1 ? 1 : 0);
  }
  parts.push({ start, text: source.slice(start) });
  let signs = 0;
  return parts.map((part) => {
    const isPlain = holdsTooManySigns(part.text) || signs > MOST_SIGNS_IN_ALL;
    if (!isPlain) signs += countSigns(part.text);
    return {
      start: part.start,
      length: part.text.length,
      text: parts.length === 1 ? part.text : withDefinitions(part.text, definitions),
      isPlain,
    };
  });
}

/** A part may begin at what is not indented, behind a blank line or an item of the same list: blocks stay whole. */
function mayBegin(line: string, before: string): boolean {
  return (before.trim() === '' && /^\S/.test(line)) || (ITEM.test(line) && ITEM.test(before));
}

function tooDeep(source: string, at: number): Refusal {
  const line = source.slice(0, at).split('\n').length;
  const message = `Line ${line} lies in more than ${DEEPEST_NESTING} lists or quotations; take some of them away.`;
  return new Refusal('invalid', message, { errors: [{ path: 'markdown', message }] });
}

/** Labels are matched without regard to case and runs of blanks, as CommonMark has it. */
function labelOf(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

function withDefinitions(text: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0) return text;
  const used = new Set<string>();
  for (const [, label = ''] of text.matchAll(/\[([^[\]\n]{1,200})\]/g)) {
    const definition = definitions.get(labelOf(label));
    if (definition !== undefined) used.add(definition);
  }
  return used.size === 0 ? text : `${text}\n\n${[...used].join('\n')}`;
}

function holdsTooManySigns(text: string): boolean {
  return countSigns(text) > MOST_SIGNS || LONG_RUN.test(text);
}

function countSigns(text: string): number {
  return text.match(SIGNS)?.length ?? 0;
}
