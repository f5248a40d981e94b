'use client';

import { Pencil, Undo2 } from 'lucide-react';
import { memo } from 'react';
import { classNames } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import type { BlockType, DraftBlock } from '@/domain/import/draft';
import { marksWithin } from '@/domain/import/marks-within';
import { cutsSurrogatePair } from '@/domain/text';
import { blockTypeWords, capitalised } from '@/domain/words';
import { BlockEditor } from './block-editor';
import { InlineText } from './inline-text';
import type { MendBlock } from './mend-block';

export interface PreviewBlockProps {
  readonly block: DraftBlock;
  /** Its place among all blocks, from 1. */
  readonly place: number;
  readonly isFirst: boolean;
  readonly isEdited: boolean;
  readonly onMend: MendBlock;
}

const looks = {
  paragraph: 'text-copy',
  heading: 'pt-4 font-semibold text-section tracking-[-0.008em]',
  blockquote: 'border-line border-s-2 ps-4 text-copy text-soft',
  listItem: 'ps-6 text-copy',
  caption: 'border-line border-s-2 ps-3.5 font-ui text-base text-soft',
} as const satisfies Record<BlockType, string>;

/** One block as the article will show it; a click or its button opens it for mending. */
export const PreviewBlock = memo(function PreviewBlock({
  block,
  place,
  isFirst,
  isEdited,
  onMend,
}: PreviewBlockProps) {
  const name = `${capitalised(blockTypeWords[block.type])} ${place}`;
  if (block.removed) {
    return (
      <li className="flex items-center gap-3 rounded-md bg-hover px-3 py-1 font-ui text-base text-soft">
        <s className="min-w-0 flex-1 truncate" dir="auto">
          {block.text}
        </s>
        <IconButton
          icon={Undo2}
          label={`Bring back ${name}`}
          data-block={block.key}
          onClick={() => onMend('bringBack', block)}
        />
      </li>
    );
  }
  if (isEdited) {
    return (
      <li>
        <BlockEditor block={block} name={name} isFirst={isFirst} onMend={onMend} />
      </li>
    );
  }
  return (
    <li className="group/block relative">
      {/* The button beside it does the same for keyboards and screen readers; the click is a shortcut for the mouse. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: see above */}
      <div
        dir="auto"
        className={classNames(
          'cursor-text rounded-sm pe-9 transition-colors group-hover/block:bg-hover sm:pe-0',
          looks[block.type],
        )}
        onClick={() => onMend('edit', block)}
      >
        {block.type === 'listItem' && (
          <span aria-hidden="true" className="-ms-5 inline-block w-5 text-soft">
            •
          </span>
        )}
        <BlockWords block={block} />
      </div>
      <IconButton
        icon={Pencil}
        label={`Mend ${name}`}
        data-block={block.key}
        className="absolute end-0 top-0 text-faint sm:-end-10 sm:opacity-0 sm:focus-visible:opacity-100 sm:group-hover/block:opacity-100 pointer-coarse:opacity-100!"
        onClick={() => onMend('edit', block)}
      />
    </li>
  );
}, isSame);

/** More of one block is not drawn, in UTF-16 code units: browsers lay out a paragraph in one go. */
const LONGEST_DRAWN = 10_000;

function BlockWords({ block: { text, marks } }: { readonly block: DraftBlock }) {
  if (text.length <= LONGEST_DRAWN) return <InlineText text={text} marks={marks} />;
  const end = cutsSurrogatePair(text, LONGEST_DRAWN) ? LONGEST_DRAWN - 1 : LONGEST_DRAWN;
  return (
    <>
      <InlineText text={text.slice(0, end)} marks={marksWithin({ marks }, 0, end)} />
      <span lang="en" className="font-ui text-base text-soft">
        {' '}
        … and {(text.length - end).toLocaleString('en')} characters more in this block, kept but not shown
        here
      </span>
    </>
  );
}

/** Blocks are composed anew after every change; most of them say the same as before. */
function isSame(before: PreviewBlockProps, after: PreviewBlockProps): boolean {
  return (
    before.place === after.place &&
    before.isFirst === after.isFirst &&
    before.isEdited === after.isEdited &&
    before.onMend === after.onMend &&
    isSameBlock(before.block, after.block)
  );
}

function isSameBlock(before: DraftBlock, after: DraftBlock): boolean {
  return (
    before.key === after.key &&
    before.text === after.text &&
    before.type === after.type &&
    before.level === after.level &&
    before.removed === after.removed &&
    before.keys.length === after.keys.length &&
    before.marks.length === after.marks.length &&
    before.marks.every((mark, index) => {
      const other = after.marks[index];
      return (
        other !== undefined &&
        mark.type === other.type &&
        mark.start === other.start &&
        mark.end === other.end &&
        mark.href === other.href
      );
    })
  );
}
