import { memo } from 'react';
import { ArticleMenu } from '@/components/article-settings/article-menu';
import type { Me } from '@/components/data/me';
import { Crumb } from '@/components/header/crumb';
import { Header } from '@/components/header/header';
import { LinkButton } from '@/components/ui/link-button';
import type { Article } from '@/domain/article';
import { StateLine } from './state-line';

/** The top of the desk. It is drawn anew only with another article, not with every mark that is made or chosen. */
export const DeskHeader = memo(function DeskHeader({
  article,
  me,
}: {
  readonly article: Article;
  readonly me: Me;
}) {
  return (
    <Header
      me={me}
      crumb={
        <>
          <Crumb href="/">Desk</Crumb>
          <Crumb>{article.headline}</Crumb>
        </>
      }
      actions={
        <>
          <StateLine articleId={article.id} />
          <LinkButton href={`/articles/${article.slug}/export`}>Export</LinkButton>
          <ArticleMenu article={article} timeZone={me.settings.timeZone} />
        </>
      }
    />
  );
});
