/** One immutable text of an article: its blocks, the text they make, and its hash. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { Person } from '@/domain/person';
import { filledString } from '@/domain/text';
import { Instant } from '@/domain/time';

const Offset = z.int().nonnegative();

/** Emphasis or a link inside a block; offsets into the block's own text. Links are http, https or mailto. */
export const InlineMark = z
  .strictObject({
    type: z.enum(['strong', 'em', 'link']),
    start: Offset,
    end: Offset,
    href: z
      .url({ protocol: /^(https?|mailto)$/, error: 'is not a web or mail address' })
      .max(2000)
      .optional(),
  })
  .refine((mark) => (mark.type === 'link') === (mark.href !== undefined), {
    path: ['href'],
    error: 'belongs to links, and every link has one',
  });
export type InlineMark = z.infer<typeof InlineMark>;

export const blockTypes = ['heading', 'paragraph', 'blockquote', 'listItem', 'caption'] as const;

/** A block's text holds no line feed; a heading has a level: 2 is a crosshead, 1 is taken by the headline. */
export const Block = z
  .strictObject({
    type: z.enum(blockTypes),
    level: z.int().min(2).max(6).optional(),
    text: z.string().refine((text) => !text.includes('\n'), 'holds a line feed; make it two blocks'),
    marks: z.array(InlineMark).default([]),
  })
  .superRefine((block, context) => {
    for (const [index, mark] of block.marks.entries()) {
      if (mark.start >= mark.end || mark.end > block.text.length) {
        context.addIssue({ code: 'custom', path: ['marks', index], message: 'lies outside the block' });
      }
    }
  });
export type Block = z.infer<typeof Block>;

export const Revision = z.object({
  number: z.int().positive(),
  /** The blocks' texts joined by `\n`; all annotation offsets are UTF-16 code units into it. */
  text: z.string(),
  blocks: z.array(Block),
  /** SHA-256 of `text` in UTF-8, lower-case hex. */
  sha256: z.string(),
  createdAt: Instant,
  createdBy: Person,
  note: filledString(2000).optional(),
});
export type Revision = z.infer<typeof Revision>;

/** The text that blocks make: their texts joined by `\n`. */
export function textOf(blocks: readonly Pick<Block, 'text'>[]): string {
  return blocks.map((block) => block.text).join('\n');
}

/** The offset in the revision's text at which each block begins, in block order. */
export function blockOffsets(blocks: readonly Pick<Block, 'text'>[]): number[] {
  const offsets: number[] = [];
  let next = 0;
  for (const block of blocks) {
    offsets.push(next);
    next += block.text.length + 1;
  }
  return offsets;
}

/** SHA-256 of a text in UTF-8, lower-case hex. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
