/** How an article falls into sections, so that the browser need not lay out what is far from view. */
import { type Block, blockOffsets } from '@/domain/revision';

/** Blocks in a section: few enough to lay out at once, enough that their number stays small. */
export const SECTION_BLOCKS = 24;

/** Up to this many words, all marks come with the page; beyond, those of the first `FIRST_SECTIONS`. */
const WHOLE_WORDS = 10_000;
const FIRST_SECTIONS = 3;

export interface PlacedBlock {
  readonly block: Block;
  readonly index: number;
  /** Where it begins in the revision's text. */
  readonly offset: number;
}

/** Neighbours that belong into one element: list items make a list, everything else stands alone. */
export interface BlockGroup {
  readonly isList: boolean;
  readonly blocks: readonly PlacedBlock[];
}

export interface Section {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  readonly groups: readonly BlockGroup[];
  /** How high it will about be, in px, before it is laid out. */
  readonly estimatedHeight: number;
}

/** The sections of a revision's blocks, in order. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const offsets = blockOffsets(blocks);
  const placed = blocks.map((block, index) => ({ block, index, offset: offsets[index] ?? 0 }));
  return Array.from({ length: Math.ceil(blocks.length / SECTION_BLOCKS) }, (_, at) => {
    const first = at * SECTION_BLOCKS;
    const inside = placed.slice(first, first + SECTION_BLOCKS);
    return {
      first,
      end: first + inside.length,
      groups: groupsOf(inside),
      estimatedHeight: inside.reduce((height, { block }) => height + estimateHeight(block), 0),
    };
  });
}

/** How many blocks, from the first, draw their marks in the page that the server sends. */
export function blocksInFirstPaint(blocks: readonly Block[]): number {
  let words = 0;
  for (const { text } of blocks) words += text.split(/\s+/).length;
  return words <= WHOLE_WORDS ? blocks.length : Math.min(blocks.length, FIRST_SECTIONS * SECTION_BLOCKS);
}

function groupsOf(blocks: readonly PlacedBlock[]): BlockGroup[] {
  const groups: { isList: boolean; blocks: PlacedBlock[] }[] = [];
  for (const placed of blocks) {
    const isList = placed.block.type === 'listItem';
    const last = groups.at(-1);
    if (isList && last?.isList === true) last.blocks.push(placed);
    else groups.push({ isList, blocks: [placed] });
  }
  return groups;
}

/** Of the set type in a column of full measure (desk.css), px; what is off is mended once the section is laid out. */
const LINE_CHARACTERS = 72;
const LINE_HEIGHT = 31;
const BLOCK_GAP = 17;

function estimateHeight({ text }: Block): number {
  return Math.ceil(Math.max(text.length, 1) / LINE_CHARACTERS) * LINE_HEIGHT + BLOCK_GAP;
}
