'use client';

import { memo, type RefObject, useEffect, useRef } from 'react';
import type { FieldValues } from '@/components/article-fields/field-values';
import { writeDate } from '@/domain/citation';
import type { DraftBlock } from '@/domain/import/draft';
import { datePrecision } from '@/domain/time';
import { LazySection } from './lazy-section';
import type { MendBlock } from './mend-block';
import { PreviewBlock } from './preview-block';

/** So many blocks are drawn together; the first section from the start. */
const SECTION = 60;
const BLOCK_HEIGHT = 110;

export interface DraftPreviewProps {
  readonly values: Pick<FieldValues, 'headline' | 'byline' | 'source' | 'publishedOn' | 'language'>;
  readonly blocks: readonly DraftBlock[];
  /** Key of the block that is open for mending. */
  readonly editing: number | undefined;
  readonly onMend: MendBlock;
}

/** The article as it will look, each block open to mending. */
export const DraftPreview = memo(function DraftPreview({
  values,
  blocks,
  editing,
  onMend,
}: DraftPreviewProps) {
  const root = useRef<HTMLElement>(null);
  useReturnOfFocus(root, editing);
  const firstKept = blocks.find(({ removed }) => !removed)?.key;
  const { headline, byline, source, publishedOn, language } = values;
  const facts = [
    byline,
    datePrecision(publishedOn) === undefined ? publishedOn : writeDate(publishedOn),
    source,
  ];
  return (
    <article
      ref={root}
      lang={language === '' ? undefined : language}
      className="mx-auto w-full max-w-measure font-text"
    >
      <h2
        dir="auto"
        className="text-balance font-semibold text-headline tracking-[-0.018em] max-sm:text-title"
      >
        {headline.trim() === '' ? <span className="text-faint">No headline yet</span> : headline}
      </h2>
      <p
        lang="en"
        className="mt-3 mb-7 flex flex-wrap gap-x-3.5 border-line border-b pb-5 font-ui text-base text-soft"
      >
        {facts.map(
          (fact) =>
            fact.trim() !== '' && (
              <span key={fact} dir="auto">
                {fact}
              </span>
            ),
        )}
        <span>{sayCount(blocks.filter(({ removed }) => !removed).length)}</span>
      </p>
      {sectionsOf(blocks).map(({ first, section }) => (
        <LazySection
          key={section[0]?.key}
          isDrawn={first === 0 || section.some(({ key }) => key === editing)}
          estimatedHeight={section.length * BLOCK_HEIGHT}
        >
          {() => (
            <ol className="mb-4.25 grid gap-4.25">
              {section.map((block, index) => (
                <PreviewBlock
                  key={block.key}
                  block={block}
                  place={first + index + 1}
                  isFirst={block.key === firstKept}
                  isEdited={block.key === editing}
                  onMend={onMend}
                />
              ))}
            </ol>
          )}
        </LazySection>
      ))}
    </article>
  );
});

function sayCount(blocks: number): string {
  return blocks === 1 ? '1 block' : `${blocks.toLocaleString('en')} blocks`;
}

/** Gives the focus back to a block's button when its editor closes. */
function useReturnOfFocus(root: RefObject<HTMLElement | null>, editing: number | undefined): void {
  const last = useRef<number>(undefined);
  useEffect(() => {
    const closed = last.current;
    last.current = editing;
    if (closed === undefined || editing !== undefined) return;
    const button = root.current?.querySelector(`[data-block="${closed}"]`);
    if (button instanceof HTMLElement) button.focus();
  }, [root, editing]);
}

function sectionsOf(blocks: readonly DraftBlock[]): { first: number; section: readonly DraftBlock[] }[] {
  return Array.from({ length: Math.ceil(blocks.length / SECTION) }, (_, index) => ({
    first: index * SECTION,
    section: blocks.slice(index * SECTION, (index + 1) * SECTION),
  }));
}
