/**
 * An article on its way in. The source is kept whole, in pieces; what was recognised says which pieces leave the text
 * for a field, which begin a block and which continue one. The article is composed from both, so that undoing any
 * recognition, in any order, brings its words back to where they stood.
 */
import type { ArticleFields } from '@/domain/article';
import type { Block, InlineMark } from '@/domain/revision';
import type { Range } from '@/domain/span';
import { marksWithin } from './marks-within';

export type BlockType = Block['type'];

/** How a piece follows the one before it: in a block of its own, after a space, or at once. */
export type Join = 'block' | ' ' | '';

/** A stretch of the source that nothing cuts further; its text holds no line feed and is not empty. */
export interface Piece {
  /** Ascending in source order and unique; the piece's offset in the source where it came from there. */
  readonly key: number;
  readonly text: string;
  /** Offsets into the piece's own text. */
  readonly marks: readonly InlineMark[];
  readonly join: Join;
  readonly type: BlockType;
  readonly level?: number;
  /** What a person decided by hand; it outweighs everything recognised. */
  readonly hand?: {
    readonly type?: BlockType;
    readonly level?: number;
    readonly join?: Join;
    readonly removed?: boolean;
  };
}

export const recognitionKinds = [
  'headline',
  'date',
  'byline',
  'source',
  'dateline',
  'caption',
  'credit',
  'language',
  'crosshead',
  'list',
  'blockquote',
  'lines',
  'headMatter',
] as const;
export type RecognitionKind = (typeof recognitionKinds)[number];

/** The fields that a text can tell about itself. */
export type RecognisedFields = Partial<
  Pick<ArticleFields, 'headline' | 'byline' | 'source' | 'sourceUrl' | 'publishedOn' | 'language'>
>;

/** One thing that was recognised and can be undone. */
export interface Recognition {
  readonly id: string;
  readonly kind: RecognitionKind;
  /** Where in the normalised source, in UTF-16 code units. */
  readonly from: Range;
  /** The words of the source that it rests on, or what follows from them. */
  readonly says: string;
  readonly gives: RecognisedFields;
  /** Keys of the pieces that leave the text while it stands. */
  readonly takes: readonly number[];
  /** The pieces that begin a block while it stands. */
  readonly starts: readonly { readonly key: number; readonly type: BlockType; readonly level?: number }[];
  /** Keys of the pieces that follow the one before after a space while it stands. */
  readonly continues: readonly number[];
}

export interface Draft {
  readonly pieces: readonly Piece[];
  readonly recognitions: readonly Recognition[];
  /** Ids of the recognitions that were undone. */
  readonly undone: ReadonlySet<string>;
  /** What was given up on the way, in sentences for a person. */
  readonly notes: readonly string[];
}

/** A block of a draft, by the key of its first piece; removed ones stay in the list to be brought back. */
export interface DraftBlock extends Block {
  readonly key: number;
  /** Keys of all its pieces, in order. */
  readonly keys: readonly number[];
  readonly removed: boolean;
}

/** What a draft amounts to. */
export interface DraftArticle {
  readonly fields: RecognisedFields;
  readonly blocks: Block[];
}

/** A recognition that rests on pieces following each other and, unless more is said, changes no text. */
export function recognition(
  kind: RecognitionKind,
  pieces: readonly Piece[],
  gives: RecognisedFields,
  effect: Partial<Pick<Recognition, 'takes' | 'starts' | 'continues'>> = {},
): Recognition {
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) throw new Error('a recognition rests on at least one piece');
  return {
    id: `${kind}@${first.key}`,
    kind,
    from: { start: first.key, end: last.key + last.text.length },
    says: pieces.map(({ text }) => text).join(' '),
    gives,
    takes: [],
    starts: [],
    continues: [],
    ...effect,
  };
}

/** The draft as if a recognition had not been made. No word is lost: what it took returns to the text. */
export function without(draft: Draft, id: string): Draft {
  return { ...draft, undone: new Set([...draft.undone, id]) };
}

/** The draft with an undone recognition standing again. */
export function again(draft: Draft, id: string): Draft {
  return { ...draft, undone: new Set([...draft.undone].filter((other) => other !== id)) };
}

/** The fields and the blocks of a draft; blocks that were removed or hold nothing but white space are left out. */
export function articleOf(draft: Draft): DraftArticle {
  const blocks = composeBlocks(draft)
    .filter((block) => !block.removed && block.text.trim() !== '')
    .map(({ key: _key, keys: _keys, removed: _removed, ...block }) => trimmed(block));
  return { fields: fieldsOf(draft), blocks };
}

function trimmed(block: Block): Block {
  const text = block.text.trim();
  if (text === block.text) return block;
  const start = block.text.indexOf(text);
  return { ...block, text, marks: marksWithin(block, start, start + text.length) };
}

/** The fields that the standing recognitions give; of two for one field the earlier in the list wins. */
export function fieldsOf(draft: Draft): RecognisedFields {
  const fields: RecognisedFields = {};
  for (const { gives } of standing(draft).toReversed()) Object.assign(fields, gives);
  return fields;
}

/** All blocks of a draft in order, the removed ones among them. Linear in the pieces. */
export function composeBlocks(draft: Draft): DraftBlock[] {
  const plan = planOf(draft);
  const blocks: Growing[] = [];
  let open: Growing | undefined;
  let begins = true;
  for (const piece of draft.pieces) {
    const start = plan.starts.get(piece.key);
    const join =
      piece.hand?.join ?? (start !== undefined ? 'block' : plan.continues.has(piece.key) ? ' ' : piece.join);
    begins = piece.hand?.join === undefined ? begins || join === 'block' : join === 'block';
    if (plan.taken.has(piece.key)) continue;
    if (piece.hand?.removed === true) {
      blocks.push(grow(piece, start));
      begins = true;
    } else if (begins || open === undefined) {
      open = grow(piece, start);
      blocks.push(open);
      begins = false;
    } else {
      append(open, piece, join === '' ? '' : ' ');
    }
  }
  return blocks.map(finish);
}

interface Growing {
  readonly piece: Piece;
  readonly type: BlockType;
  readonly level: number | undefined;
  readonly keys: number[];
  readonly texts: string[];
  length: number;
  readonly marks: InlineMark[];
}

function grow(piece: Piece, start: { type: BlockType; level?: number } | undefined): Growing {
  const shape = piece.hand?.type !== undefined ? piece.hand : (start ?? piece);
  return {
    piece,
    type: shape.type ?? piece.type,
    level: shape.level,
    keys: [piece.key],
    texts: [piece.text],
    length: piece.text.length,
    marks: [...piece.marks],
  };
}

function append(block: Growing, piece: Piece, glue: '' | ' '): void {
  const offset = block.length + glue.length;
  block.keys.push(piece.key);
  block.texts.push(glue, piece.text);
  block.length = offset + piece.text.length;
  for (const mark of piece.marks) {
    block.marks.push({ ...mark, start: mark.start + offset, end: mark.end + offset });
  }
}

function finish({ piece, type, level, keys, texts, marks }: Growing): DraftBlock {
  return {
    key: piece.key,
    keys,
    removed: piece.hand?.removed === true,
    type,
    ...(type === 'heading' ? { level: level ?? 2 } : {}),
    text: texts.join(''),
    marks,
  };
}

function standing(draft: Draft): Recognition[] {
  return draft.recognitions.filter(({ id }) => !draft.undone.has(id));
}

function planOf(draft: Draft) {
  const kept = standing(draft);
  return {
    taken: new Set(kept.flatMap(({ takes }) => takes)),
    continues: new Set(kept.flatMap(({ continues }) => continues)),
    starts: new Map(kept.flatMap(({ starts }) => starts.map((start) => [start.key, start] as const))),
  };
}
