/** What was sent of an article, as fields and blocks that can be stored. */
import type { ArticleFields } from '@/domain/article';
import type { NewArticle } from '@/domain/contract/articles';
import { articleOf, type Draft, type DraftArticle, without } from '@/domain/import/draft';
import { proposeHeadline } from '@/domain/import/propose-headline';
import { recognise, recogniseMarkdown } from '@/domain/import/recognise';
import { type Issue, Refusal } from '@/domain/refusal';
import type { Block, InlineMark } from '@/domain/revision';
import { cutsSurrogatePair, normalisedOffsets, normaliseText } from '@/domain/text';
import { unfit } from '@/server/http/issues';
import { invalid } from '@/server/http/problem';

/** The language of a text that nobody named and nothing recognised (BCP 47: undetermined). */
const UNKNOWN_LANGUAGE = 'und';

export interface TakenIn {
  readonly fields: ArticleFields;
  readonly blocks: Block[];
}

/** Fields as sent, and what is absent as recognised; the text normalised. Refuses what holds no text. */
export function takeIn(sent: NewArticle): TakenIn {
  const { text, markdown, html, blocks: sentBlocks, id: _, ...fields } = sent;
  if (html !== undefined) {
    throw new Refusal('unsupported-type', 'HTML is not read yet; send the article as text or Markdown.');
  }
  const { fields: found, blocks } = composed({ text, markdown, blocks: sentBlocks }, fields);
  const { headline = found.headline ?? proposedHeadline(sentBlocks, blocks) } = fields;
  const { language = found.language ?? UNKNOWN_LANGUAGE, priority = 'normal' } = fields;
  return { fields: { ...found, ...given(fields), headline, language, priority }, blocks };
}

/** The fields that were sent; zod leaves those that were not sent away, which its types do not say. */
function given<Fields extends object>(fields: Fields): Present<Fields> {
  const sent = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Only undefined was taken out.
  return Object.fromEntries(sent) as Present<Fields>;
}

type Present<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

function composed(
  { text, markdown, blocks }: Pick<NewArticle, 'text' | 'markdown' | 'blocks'>,
  fields: Readonly<Record<string, unknown>>,
): DraftArticle {
  if (blocks !== undefined) return { fields: {}, blocks: normalisedBlocks(blocks) };
  if (text !== undefined) return articleOf(yielding(recognise(text), fields));
  if (markdown !== undefined) return articleOf(yielding(recogniseMarkdown(markdown), fields));
  throw new Error('the contract demands one form of the text');
}

/** The draft without what it recognised of fields that were sent with another value: those words stay in the text. */
function yielding(draft: Draft, fields: Readonly<Record<string, unknown>>): Draft {
  return draft.recognitions
    .filter(({ gives }) =>
      Object.entries(gives).some(([name, value]) => fields[name] !== undefined && fields[name] !== value),
    )
    .reduce((kept, { id }) => without(kept, id), draft);
}

/** Blocks come from a preview, in which nothing is recognised again: their headline has to be sent. */
function proposedHeadline(sentBlocks: readonly Block[] | undefined, blocks: readonly Block[]): string {
  if (sentBlocks !== undefined) throw invalid('headline', 'is missing');
  return proposeHeadline(blocks[0]?.text ?? '');
}

function normalisedBlocks(sent: readonly Block[]): Block[] {
  const issues: Issue[] = [];
  const blocks = sent.map((block, index) => normalisedBlock(block, `blocks.${index}`, issues));
  if (issues.length > 0) throw unfit(issues);
  const filled = blocks.filter(({ text }) => text.trim() !== '');
  if (filled.length === 0) throw invalid('blocks', 'hold no text');
  return filled;
}

/** Normalising may shorten the text; marks move along with the words before them. */
function normalisedBlock(block: Block, path: string, issues: Issue[]): Block {
  const text = normaliseText(block.text);
  if (text.includes('\n'))
    issues.push({ path: `${path}.text`, message: 'holds a line break; make it two blocks' });
  const moved = normalisedOffsets(block.text);
  const marks = block.marks.flatMap((mark, index): InlineMark[] => {
    if (cutsSurrogatePair(block.text, mark.start) || cutsSurrogatePair(block.text, mark.end)) {
      issues.push({ path: `${path}.marks.${index}`, message: 'cuts a character in two' });
    }
    const start = Math.min(text.length, moved(mark.start));
    const end = Math.min(text.length, moved(mark.end));
    return start < end ? [{ ...mark, start, end }] : [];
  });
  return { ...block, ...(block.type === 'heading' ? { level: block.level ?? 2 } : {}), text, marks };
}
