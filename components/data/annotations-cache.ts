/** What is cached of an article's marks, kept in step with everything that is heard of them. */
import type { QueryClient } from '@tanstack/react-query';
import type { Annotation } from '@/domain/annotation';
import type { Change } from '@/domain/change';
import type { AnnotationList } from '@/domain/contract/annotations';
import {
  hearAnswer,
  hearChanges,
  hearEnd,
  hearResync,
  isTooEarly,
  type KeptMarks,
  lacksChanges,
  nothingKept,
  takeList,
} from './kept-marks';
import { placeMark } from './place-mark';

/** How long the log may take to tell of what an answer told, in milliseconds; after that the list is read again. */
const CONFIRMED_WITHIN = 3000;
/** The pause before a list that could not be read is asked for again, in milliseconds. */
const PAUSE = 2000;
/** How often a list is asked for until it shows everything that is known to have happened. */
const MOST_TRIES = 3;

/** What is known of each article beside its list, which the query cache holds. Both live as long as the tab. */
const keptOf = new WeakMap<QueryClient, Map<string, Omit<KeptMarks, 'list'>>>();

/** All keys of queries about an article's marks begin so. */
export function annotationsKey(articleId: string, which: 'standing' | 'deleted') {
  return ['annotations', 'of', articleId, which] as const;
}

/** How far the article's log is known here: the position of the cached list; undefined before there is one. */
export function knownPosition(client: QueryClient, articleId: string): number | undefined {
  return kept(client, articleId).list?.seq;
}

/** Takes in a mark as the desk answered a write; a newer state that is cached already stays. */
export function receiveAnnotation(client: QueryClient, annotation: Annotation): void {
  const { articleId, id, version } = annotation;
  keep(client, articleId, hearAnswer(kept(client, articleId), annotation));
  receiveDeletion(client, annotation);
  setTimeout(() => {
    const isConfirmed = (kept(client, articleId).unconfirmed.get(id) ?? 0) < version;
    if (!isConfirmed) rereadMarks(client, articleId);
  }, CONFIRMED_WITHIN);
}

/**
 * Takes in changes of an article's log, in whatever order. Gives those of them that are news to somebody who sees the
 * list as it was cached, in their order; none before there is a list.
 */
export function receiveChanges(
  client: QueryClient,
  articleId: string,
  changes: readonly Change[],
): readonly Change[] {
  const before = kept(client, articleId);
  keep(client, articleId, hearChanges(before, changes));
  const { list, waiting } = before;
  if (list === undefined) return [];
  const news = new Map(
    changes
      .filter(({ position }) => position > list.seq && !waiting.has(position))
      .map((change) => [change.position, change]),
  );
  return [...news.values()].toSorted((one, other) => one.position - other.position);
}

/** Takes in that the article's log goes as far as this; what is missing of it is read. */
export function receiveEnd(client: QueryClient, articleId: string, position: number): void {
  keep(client, articleId, hearEnd(kept(client, articleId), position));
}

/** Takes in that the log before `position` is not told any more: the marks are read again. */
export function receiveResync(client: QueryClient, articleId: string, position: number): void {
  keep(client, articleId, hearResync(kept(client, articleId), position));
}

/** Puts a mark into the cached list of deleted ones, or takes it out of it. */
export function receiveDeletion(client: QueryClient, mark: Annotation): void {
  const queryKey = annotationsKey(mark.articleId, 'deleted');
  client.setQueryData<AnnotationList>(queryKey, (list) => {
    const known = list?.items.find(({ id }) => id === mark.id);
    if (list === undefined || (known?.version ?? 0) > mark.version) return list;
    return { ...list, items: placeMark(list.items, mark, mark.deletedAt !== undefined) };
  });
  void client.invalidateQueries({ queryKey });
}

/**
 * The article's marks as they are to be shown, from what `ask` reads: again, when something was heard meanwhile that the
 * answer may lack. Throws what `ask` throws.
 */
export async function readMarks(
  client: QueryClient,
  articleId: string,
  ask: () => Promise<AnnotationList>,
): Promise<AnnotationList> {
  for (let tries = 1; ; tries += 1) {
    const askedAt = kept(client, articleId).heard;
    const answer = await ask();
    const before = kept(client, articleId);
    if (isTooEarly(before, askedAt)) continue;
    const { list, ...rest } = takeList(before, answer, askedAt);
    restOf(client).set(articleId, rest);
    if (list === undefined) throw new Error('a list was taken and is not there');
    if (!lacksChanges({ list, ...rest }) || tries >= MOST_TRIES) return list;
  }
}

/** Reads the marks again when something is known to be missing; asked again until it comes. */
export function rereadIfLacking(client: QueryClient, articleId: string): void {
  if (lacksChanges(kept(client, articleId))) rereadMarks(client, articleId);
}

function rereadMarks(client: QueryClient, articleId: string): void {
  const queryKey = annotationsKey(articleId, 'standing');
  // Marks that no screen shows are read when one does.
  void client.invalidateQueries({ queryKey, refetchType: 'none' });
  client
    .refetchQueries({ queryKey, type: 'active' }, { cancelRefetch: false, throwOnError: true })
    .catch(() => setTimeout(() => rereadIfLacking(client, articleId), PAUSE));
}

function kept(client: QueryClient, articleId: string): KeptMarks {
  const list = client.getQueryData<AnnotationList>(annotationsKey(articleId, 'standing'));
  return { ...(restOf(client).get(articleId) ?? nothingKept), list };
}

function keep(client: QueryClient, articleId: string, { list, ...rest }: KeptMarks): void {
  const queryKey = annotationsKey(articleId, 'standing');
  restOf(client).set(articleId, rest);
  if (list !== client.getQueryData(queryKey)) client.setQueryData(queryKey, list);
  rereadIfLacking(client, articleId);
}

function restOf(client: QueryClient): Map<string, Omit<KeptMarks, 'list'>> {
  const all = keptOf.get(client) ?? new Map<string, Omit<KeptMarks, 'list'>>();
  keptOf.set(client, all);
  return all;
}
