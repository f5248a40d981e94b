'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { ArchivedNotice } from '@/components/article-settings/archived-notice';
import { useAnnotations } from '@/components/data/annotation-writes';
import { annotationsQuery } from '@/components/data/annotations';
import { fetchSurely } from '@/components/data/fetch-surely';
import { useFreshness } from '@/components/data/live/use-freshness';
import type { Me } from '@/components/data/me';
import { useFollowTheirs } from '@/components/data/use-follow-theirs';
import { useMe } from '@/components/data/use-me';
import { useKeepMarks } from '@/components/offline/use-keep-marks';
import type { Article } from '@/domain/article';
import type { AnnotationList } from '@/domain/contract/annotations';
import { type MarkFilter, passes } from '@/domain/mark-filter';
import { type Revision, textOf } from '@/domain/revision';
import { Announcements } from './announcements';
import { ArticleText } from './article-text';
import { CardsColumn } from './cards-column';
import { ColleaguesInText } from './colleagues/colleagues-in-text';
import { useTellPresence } from './colleagues/use-tell-presence';
import { DeskHeader } from './desk-header';
import { createDeskStore, DeskStateProvider, useDeskState } from './desk-state';
import { createMarkStore, type DrawnMark } from './mark-store';
import { useTold } from './news/use-told';
import { Rail } from './rail';
import { SelectionToolbar } from './selection-toolbar';
import { blocksInFirstPaint, sectionsOf } from './text-sections';
import { useChoiceByClick } from './use-choice-by-click';
import { useChoiceInView } from './use-choice-in-view';
import { useDeskActions } from './use-desk-actions';
import { useDeskAddress } from './use-desk-address';
import { useFetchAhead } from './use-fetch-ahead';
import { useLiveArticle } from './use-live-article';
import { useMarkActions } from './use-mark-actions';
import { useMarkLevels } from './use-mark-levels';
import { useMarksAtWork } from './use-marks-at-work';
import { useMarksShown } from './use-marks-shown';
import { useSectionsInView } from './use-sections-in-view';
import { useSelection } from './use-selection';
import { useShortcuts } from './use-shortcuts';
import './desk.css';

/** Fetched when it is first opened: the desk opens without it. */
const ShortcutHelp = dynamic(
  () => fetchSurely(() => import('./shortcut-help')).then((file) => file.ShortcutHelp),
  { ssr: false },
);

/** An article as the page sends it: the revision's text is left out, because its blocks make it. */
export type SentArticle = Omit<Article, 'revision'> & { readonly revision: Omit<Revision, 'text'> };

interface DeskProps {
  readonly article: SentArticle;
  /** All marks, where the page brings them whole; undefined where there are too many. */
  readonly list: AnnotationList | undefined;
  /** The marks that the first paint draws when the list comes later, through the query. */
  readonly firstMarks: readonly DrawnMark[];
  /** As the page's address has it. */
  readonly filters: MarkFilter;
  readonly me: Me;
}

/** The annotation desk: the article with its marks between filters and cards. */
export function Desk({ article, filters, ...rest }: DeskProps) {
  const [store] = useState(() => createDeskStore({ filters }));
  const whole = useMemo(
    () => ({ ...article, revision: { ...article.revision, text: textOf(article.revision.blocks) } }),
    [article],
  );
  return (
    <DeskStateProvider value={store}>
      <OpenDesk article={whole} {...rest} />
    </DeskStateProvider>
  );
}

function OpenDesk({
  article: brought,
  list,
  firstMarks,
  me: broughtMe,
}: Omit<DeskProps, 'article' | 'filters'> & { article: Article }): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  const article = useLiveArticle(brought);
  const me = useMe(broughtMe);
  const { blocks } = article.revision;

  const { data: hasCome = false } = useQuery({
    ...annotationsQuery(article.id),
    ...useFreshness(),
    ...(list !== undefined && { initialData: list }),
    select: () => true,
  });
  const standing = useAnnotations(article.id);
  const annotations = useMarksAtWork(article.id, standing, me);
  const filters = useDeskState((state) => state.filters);
  const chosenId = useDeskState((state) => state.chosenId);
  const drawn = useMemo(() => {
    const marks: readonly DrawnMark[] = hasCome ? annotations : [...firstMarks, ...annotations];
    return marks.filter((mark) => mark.id === chosenId || isShown(filters, mark));
  }, [hasCome, annotations, firstMarks, filters, chosenId]);
  const shown = useMemo(() => annotations.filter((mark) => isShown(filters, mark)), [annotations, filters]);

  const sections = useMemo(() => sectionsOf(blocks), [blocks]);
  const [marks] = useState(() => {
    const store = createMarkStore(blocks, blocksInFirstPaint(blocks));
    store.show(drawn, undefined);
    return store;
  });

  const act = useMarkActions(article, annotations, me);
  const actions = useDeskActions({ article, annotations, shown, text, act });
  const levelOf = useMarkLevels(text, frame);
  useMarksShown(marks, drawn, article);
  useSectionsInView(text, sections, marks);
  useSelection(text);
  useTellPresence(article.id, text);
  useChoiceByClick(text, marks);
  useDeskAddress();
  useChoiceInView(text);
  useShortcuts(actions.keys);
  useFetchAhead();
  useFollowTheirs(article.id);
  useKeepMarks(article.id, me.id);
  useTold(article.id, me.id, text);

  return (
    <>
      <DeskHeader article={article} me={me} text={text} />
      <div ref={frame} className="desk">
        <nav aria-label="Filters" className="desk-rail">
          <Rail articleId={article.id} annotations={standing} actions={act} />
        </nav>
        <main id="content" className="desk-page">
          <ArchivedNotice article={article} className="mb-8 w-full max-w-measure" />
          <div className="copy-frame">
            <ArticleText
              ref={text}
              article={article}
              timeZone={me.settings.timeZone}
              sections={sections}
              marks={marks}
            />
            <ColleaguesInText articleId={article.id} text={text} />
          </div>
          <SelectionToolbar text={text} frame={frame} onMake={actions.make} />
        </main>
        <CardsColumn article={article} annotations={annotations} me={me} levelOf={levelOf} />
        <Announcements />
        {actions.isHelpOpen && <ShortcutHelp open onOpenChange={actions.openHelp} />}
      </div>
    </>
  );
}

function isShown(filters: MarkFilter, mark: DrawnMark): boolean {
  return passes(filters, { kind: mark.kind, status: mark.status, authorId: mark.author.id });
}
