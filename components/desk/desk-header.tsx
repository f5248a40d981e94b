import { memo, type RefObject } from 'react';
import { ArticleMenu } from '@/components/article-settings/article-menu';
import type { Me } from '@/components/data/me';
import { Crumb } from '@/components/header/crumb';
import { Header } from '@/components/header/header';
import { LinkButton } from '@/components/ui/link-button';
import type { Article } from '@/domain/article';
import { ColleaguesHere } from './colleagues/colleagues-here';
import { ToldLine } from './news/told-line';

/** The top of the desk. It is drawn anew only with another article, not with every mark that is made or chosen. */
export const DeskHeader = memo(function DeskHeader({
  article,
  me,
  text,
}: {
  readonly article: Article;
  readonly me: Me;
  /** The article on the page, in which colleagues are. */
  readonly text: RefObject<HTMLElement | null>;
}) {
  return (
    <Header
      me={me}
      saysSaved
      crumb={
        <>
          <Crumb href="/">Desk</Crumb>
          <Crumb>{article.headline}</Crumb>
        </>
      }
      actions={
        <>
          <ToldLine articleId={article.id} />
          <ColleaguesHere article={article} text={text} />
          <LinkButton href={`/articles/${article.slug}/export`}>Export</LinkButton>
          <ArticleMenu article={article} timeZone={me.settings.timeZone} />
        </>
      }
    />
  );
});
