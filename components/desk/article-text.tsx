import { memo, type RefObject } from 'react';
import type { Article } from '@/domain/article';
import { ArticleHead } from './article-head';
import type { MarkStore } from './mark-store';
import { TextBlock } from './text-block';
import type { BlockGroup, Section } from './text-sections';

/** The article as it is read and marked. Rendered once; only blocks whose marks change draw themselves anew. */
export const ArticleText = memo(function ArticleText({
  article,
  timeZone,
  sections,
  marks,
  ref,
}: {
  readonly article: Article;
  /** In which the deadline is written. */
  readonly timeZone: string;
  readonly sections: readonly Section[];
  readonly marks: MarkStore;
  readonly ref: RefObject<HTMLElement | null>;
}) {
  return (
    <article ref={ref} lang={article.language} data-article={article.id} className="copy">
      <ArticleHead article={article} timeZone={timeZone} />
      {sections.map((section) => (
        <div
          key={section.first}
          className="copy-section"
          data-section={section.first}
          style={{ containIntrinsicHeight: `auto ${section.estimatedHeight}px` }}
        >
          {section.groups.map((group) => (
            <Group key={group.blocks[0]?.index} group={group} marks={marks} />
          ))}
        </div>
      ))}
    </article>
  );
});

function Group({ group, marks }: { readonly group: BlockGroup; readonly marks: MarkStore }) {
  const blocks = group.blocks.map((placed) => <TextBlock key={placed.index} {...placed} marks={marks} />);
  return group.isList ? <ul dir="auto">{blocks}</ul> : blocks;
}
