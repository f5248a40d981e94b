/** What can be done to a block by hand, in the words of the buttons that do it. */
import { type BlockType, composeBlocks, type Draft, type DraftBlock } from '@/domain/import/draft';
import {
  bringBackBlock,
  mergeWithPrevious,
  removeBlock,
  retypeBlock,
  rewriteBlock,
} from '@/domain/import/mend';

/** A block is opened or closed, or mended. */
export type Mend =
  | readonly ['edit' | 'done' | 'merge' | 'remove' | 'bringBack', DraftBlock]
  | readonly ['rewrite', DraftBlock, string]
  | readonly ['retype', DraftBlock, BlockType];

/** Tells the screen what was done to a block. */
export type MendBlock = (...mend: Mend) => void;

/** The draft after a block was mended; undefined when nothing of it changes. */
export function mended(draft: Draft, ...mend: Mend): Draft | undefined {
  switch (mend[0]) {
    case 'merge':
      return mergeWithPrevious(draft, mend[1]);
    case 'remove':
      return removeBlock(draft, mend[1]);
    case 'bringBack':
      return bringBackBlock(draft, mend[1]);
    case 'rewrite':
      return rewriteBlock(draft, mend[1], mend[2]);
    case 'retype':
      return retypeBlock(draft, mend[1], mend[2]);
    default:
      return undefined;
  }
}

/** Key of the block that is open after a mend: the same, the one it joined, the last that Enter made, or none. */
export function editedAfter(draft: Draft, ...[kind, block, given]: Mend): number | undefined {
  if (kind === 'retype') return block.key;
  if (kind === 'rewrite' && !/[\n\r]/.test(given)) return block.key;
  if (kind !== 'rewrite' && kind !== 'merge') return undefined;
  const kept = composeBlocks(draft).filter(({ removed }) => !removed);
  const index = kept.findIndex(({ keys }) => keys.includes(block.key));
  return (kind === 'merge' ? kept[index] : (kept[index + 1] ?? kept[index]))?.key;
}
