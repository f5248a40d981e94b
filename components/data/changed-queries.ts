/** Which cached queries a change makes old, and how each is brought up to date. Later screens join here. */
import type { QueryClient } from '@tanstack/react-query';
import { Annotation } from '@/domain/annotation';
import type { Change, ChangeAction } from '@/domain/change';
import { receiveDeletion } from './annotations-cache';
import { articleListsKey } from './articles';
import { receiveLoggedArticle } from './articles-cache';
import { meQuery } from './me';
import { peopleQuery, settingsQuery } from './people';

/** What screens read, by kind. */
type Family =
  /** The marks of an article that stand. */
  | 'standingMarks'
  | 'deletedMarks'
  | 'markHistory'
  /** What is known about one article, with its text. */
  | 'article'
  /** The board, with the counts of marks. */
  | 'articleLists'
  | 'people'
  | 'settings'
  | 'me'
  /** Whatever shows who made a mark. */
  | 'names';

/** What each change touches. */
export const touchedBy = {
  'article.created': ['articleLists'],
  'article.changed': ['article', 'articleLists'],
  'article.archived': ['article', 'articleLists'],
  'article.restored': ['article', 'articleLists'],
  'annotation.created': ['standingMarks', 'articleLists'],
  'annotation.changed': ['standingMarks', 'markHistory', 'articleLists'],
  'annotation.deleted': ['standingMarks', 'deletedMarks', 'markHistory', 'articleLists'],
  'annotation.restored': ['standingMarks', 'deletedMarks', 'markHistory', 'articleLists'],
  'annotation.reviewed': ['standingMarks', 'markHistory', 'articleLists'],
  'person.created': ['people'],
  'person.changed': ['people', 'me', 'names'],
  'person.invited': ['people'],
  'setting.changed': ['settings', 'me'],
} as const satisfies Record<ChangeAction, readonly Family[]>;

/** What is known of a change: of people and settings the stream tells the action only. */
export type ToldChange = Pick<Change, 'action' | 'subjectId'> & Partial<Pick<Change, 'after'>>;

/** Told apart: marks by their place in the log (`annotations-cache.ts`), lists by summaries (`articles-cache.ts`). */
const toldApart = () => undefined;

/** How each family is brought up to date after a change. */
const renewals = {
  standingMarks: toldApart,
  deletedMarks(client, { after }) {
    const mark = Annotation.safeParse(after).data;
    if (mark !== undefined) receiveDeletion(client, mark);
  },
  markHistory: (client, { subjectId }) => renew(client, ['annotations', 'history', subjectId]),
  article: (client, { after }) => receiveLoggedArticle(client, after),
  articleLists: toldApart,
  people: (client) => renew(client, peopleQuery.queryKey),
  settings: (client) => renew(client, settingsQuery.queryKey),
  me: (client) => renew(client, meQuery.queryKey),
  names: (client) => renew(client, ['annotations']),
} as const satisfies Record<Family, (client: QueryClient, change: ToldChange) => void>;

/** Brings up to date what a change made old, as far as it is cached. */
export function renewAfter(client: QueryClient, change: ToldChange): void {
  for (const family of touchedBy[change.action]) renewals[family](client, change);
}

/** Brings up to date what changes may have been missed of, after a time without a stream. */
export function renewAfterGap(client: QueryClient): void {
  renew(client, articleListsKey);
  renew(client, peopleQuery.queryKey);
  renew(client, settingsQuery.queryKey);
  renew(client, meQuery.queryKey);
}

function renew(client: QueryClient, queryKey: readonly unknown[]): void {
  void client.invalidateQueries({ queryKey });
}
