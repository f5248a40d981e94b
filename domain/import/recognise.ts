/** Source text into a draft of an article: what it says about itself is recognised, nothing is assumed or lost. */
import { Refusal } from '@/domain/refusal';
import { normaliseText } from '@/domain/text';
import { recogniseCrossheads } from './crosshead';
import { type Draft, fieldsOf, type Recognition, recognition } from './draft';
import { readHeadMatter } from './head-matter';
import { detectLanguage } from './language';
import { readMarkdown } from './markdown';
import { recogniseOpening } from './opening';
import { type Paragraph, readingOf } from './paragraph';
import { readPlainText } from './plain-text';

/** How much of an article the language is guessed from, in UTF-16 code units. */
const LANGUAGE_SAMPLE = 4000;

export const sourceFormats = ['text', 'markdown'] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/**
 * The draft that plain text makes. Throws a `Refusal`: `invalid` when it holds no text, `unsupported-type` when it
 * is no text at all but the bytes of something else.
 */
export function recognise(text: string): Draft {
  return finish(recogniseInSteps('text', text));
}

/** The draft that Markdown makes. Throws as `recognise` does, and `invalid` for nesting that no article has. */
export function recogniseMarkdown(markdown: string): Draft {
  return finish(recogniseInSteps('markdown', markdown));
}

/** Either of the two in steps of some milliseconds each; yields how much is read, from 0 to 1. */
export function* recogniseInSteps(format: SourceFormat, text: string): Generator<number, Draft> {
  const source = sourceOf(text, format);
  const head = readHeadMatter(source);
  if (format === 'text') {
    const { paragraphs, recognitions } = readPlainText(source, head.end);
    yield 1;
    return draftOf(head, paragraphs, recognitions, []);
  }
  const { paragraphs, notes } = yield* readMarkdown(source, head.end);
  return draftOf(head, paragraphs, [], notes);
}

function finish(steps: Generator<number, Draft>): Draft {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function draftOf(
  head: Pick<ReturnType<typeof readHeadMatter>, 'pieces' | 'recognitions'>,
  paragraphs: readonly Paragraph[],
  inLines: readonly Recognition[],
  notes: readonly string[],
): Draft {
  const given = fieldsOf({ pieces: [], recognitions: head.recognitions, undone: new Set(), notes: [] });
  const opening = recogniseOpening(paragraphs, given);
  const recognitions = [
    ...head.recognitions,
    ...opening.recognitions,
    ...(given.language === undefined ? recogniseLanguage(paragraphs.slice(opening.lead)) : []),
    ...recogniseCrossheads(paragraphs.slice(opening.lead)),
    ...inLines,
  ];
  const pieces = [
    ...head.pieces,
    ...paragraphs.flatMap((paragraph) => [...paragraph.before, ...paragraph.pieces]),
  ];
  return { pieces, recognitions, undone: new Set(), notes };
}

function recogniseLanguage(paragraphs: readonly Paragraph[]): Recognition[] {
  let sample = '';
  for (const paragraph of paragraphs) {
    if (sample.length > LANGUAGE_SAMPLE) break;
    sample += `${readingOf(paragraph)}\n`;
  }
  const language = detectLanguage(sample.slice(0, LANGUAGE_SAMPLE));
  const first = paragraphs[0]?.pieces.slice(0, 1) ?? [];
  if (language === undefined || first.length === 0) return [];
  return [{ ...recognition('language', first, { language }), says: language }];
}

/** The source as it is kept: normalised once, without a byte order mark. */
function sourceOf(text: string, path: string): string {
  if (looksBinary(text)) {
    throw new Refusal(
      'unsupported-type',
      'This is not text but some other kind of data; paste or choose the text itself.',
    );
  }
  const source = normaliseText(text).replace(/^\uFEFF/, '');
  if (!/[^\s\p{Cf}]/u.test(source)) {
    throw new Refusal('invalid', 'There is no text in it.', { errors: [{ path, message: 'is empty' }] });
  }
  return source;
}

/** How much of a text is looked at, and from which share of control characters on it is none. */
const BINARY_SAMPLE = 8192;
const BINARY_SHARE = 0.1;
const FEWEST_STRANGE = 4;

function looksBinary(text: string): boolean {
  const sample = text.slice(0, BINARY_SAMPLE);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const strange = sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\uFFFD]/g)?.length ?? 0;
  return strange >= FEWEST_STRANGE && strange > sample.length * BINARY_SHARE;
}
