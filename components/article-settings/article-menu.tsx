'use client';

import { Archive, ArchiveRestore, Ellipsis, PencilLine } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import type { Article } from '@/domain/article';
import { useArchive, useRestore } from './use-archive';

/** Fetched when it is first opened: the desk opens without it. */
const ArticleDialog = dynamic(() => import('./article-dialog').then((file) => file.ArticleDialog), {
  ssr: false,
});

/** What can be done with an article as a whole: mend what is written about it, archive it, bring it back. */
export function ArticleMenu({ article, timeZone }: { article: Article; timeZone: string }) {
  const [mending, setMending] = useState(false);
  const archive = useArchive(article);
  const restore = useRestore(article);
  const archived = article.archivedAt !== undefined;
  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label="More for this article" />}>
        <MenuItem onSelect={() => setMending(true)} disabled={archived}>
          <PencilLine aria-hidden="true" size={15} strokeWidth={1.75} />
          Headline, details, deadline…
        </MenuItem>
        {archived ? (
          <MenuItem onSelect={() => restore.mutate()} disabled={restore.isPending}>
            <ArchiveRestore aria-hidden="true" size={15} strokeWidth={1.75} />
            Bring back
          </MenuItem>
        ) : (
          <MenuItem onSelect={() => archive.mutate()} disabled={archive.isPending}>
            <Archive aria-hidden="true" size={15} strokeWidth={1.75} />
            Archive
          </MenuItem>
        )}
      </Menu>
      {mending && <ArticleDialog article={article} timeZone={timeZone} onClose={() => setMending(false)} />}
    </>
  );
}
