import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deleteAnnotation } from '@/domain/annotating';
import type { Annotation } from '@/domain/annotation';
import type { Change } from '@/domain/change';
import type { AnnotationList } from '@/domain/contract/annotations';
import {
  annotationsKey,
  knownPosition,
  readMarks,
  receiveAnnotation,
  receiveChanges,
  receiveEnd,
  receiveResync,
} from './annotations-cache';
import { articleId, quoteMark, rhea } from './unsent-examples';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const standing = annotationsKey(articleId, 'standing');

function created(mark: Annotation, position: number): Change {
  const [action, subjectId, at] = ['annotation.created', mark.id, mark.createdAt] as const;
  return {
    seq: position,
    position,
    articleId,
    action,
    subjectId,
    by: rhea,
    at,
    before: null,
    after: { ...mark },
  };
}

/** A tab in which the article is on screen; `server` is what the desk answers whenever it is asked. */
async function anOpenArticle(server: { list: AnnotationList }) {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  let asked = 0;
  const ask = async () => {
    asked += 1;
    const { list } = server;
    await new Promise((resolve) => setTimeout(resolve, 1));
    return list;
  };
  const observer = new QueryObserver(client, {
    queryKey: standing,
    queryFn: () => readMarks(client, articleId, ask),
    structuralSharing: false,
  });
  const close = observer.subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(10);
  const shown = () => client.getQueryData<AnnotationList>(standing)?.items.map(({ id }) => id);
  return { client, shown, asked: () => asked, close };
}

describe('the marks of an article that is on screen', () => {
  it('grow by what is told, without being read again', async () => {
    const { client, shown, asked, close } = await anOpenArticle({ list: { items: [], seq: 0 } });
    const news = receiveChanges(client, articleId, [created(quoteMark(1), 1)]);
    expect(news.map(({ position }) => position)).toEqual([1]);
    expect(receiveChanges(client, articleId, [created(quoteMark(1), 1)])).toEqual([]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(shown()).toEqual([quoteMark(1).id]);
    expect(knownPosition(client, articleId)).toBe(1);
    expect(asked()).toBe(1);
    close();
  });

  it('are read again when something is missing, until it has come', async () => {
    const server = { list: { items: [] as Annotation[], seq: 0 } };
    const { client, shown, close } = await anOpenArticle(server);
    server.list = { items: [quoteMark(1), quoteMark(2)], seq: 2 };
    receiveChanges(client, articleId, [created(quoteMark(3), 3)]);
    expect(shown()).toEqual([]);
    await vi.advanceTimersByTimeAsync(10);
    expect(shown()).toEqual([1, 2, 3].map((place) => quoteMark(place).id));
    server.list = { items: [quoteMark(1)], seq: 5 };
    receiveEnd(client, articleId, 5);
    await vi.advanceTimersByTimeAsync(10);
    expect(shown()).toEqual([quoteMark(1).id]);
    close();
  });

  it('are read again after a resync, and taken as they are', async () => {
    const server = { list: { items: [quoteMark(1), quoteMark(2)], seq: 9 } };
    const { client, shown, close } = await anOpenArticle(server);
    server.list = { items: [quoteMark(1)], seq: 4 };
    receiveResync(client, articleId, 4);
    await vi.advanceTimersByTimeAsync(10);
    expect(shown()).toEqual([quoteMark(1).id]);
    expect(knownPosition(client, articleId)).toBe(4);
    close();
  });

  it('keep an answered write that a list on its way does not know yet', async () => {
    const server = { list: { items: [] as Annotation[], seq: 0 } };
    const { client, shown, close } = await anOpenArticle(server);
    void client.refetchQueries({ queryKey: standing });
    server.list = { items: [quoteMark(1)], seq: 1 };
    receiveAnnotation(client, quoteMark(1));
    expect(shown()).toEqual([quoteMark(1).id]);
    await vi.advanceTimersByTimeAsync(10);
    expect(shown()).toEqual([quoteMark(1).id]);
    expect(knownPosition(client, articleId)).toBe(1);
    close();
  });

  it('lose an answered write again that the log never tells of, as when it was undone long ago', async () => {
    const { client, shown, close } = await anOpenArticle({ list: { items: [], seq: 7 } });
    receiveAnnotation(client, quoteMark(1));
    expect(shown()).toEqual([quoteMark(1).id]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(shown()).toEqual([]);
    close();
  });

  it('and those that were deleted change places', async () => {
    const { client, close } = await anOpenArticle({ list: { items: [quoteMark(1)], seq: 1 } });
    const deleted = annotationsKey(articleId, 'deleted');
    client.setQueryData<AnnotationList>(deleted, { items: [], seq: 1 });
    const gone = deleteAnnotation(quoteMark(1), { at: '2025-03-02T12:00:00.000Z' });
    receiveAnnotation(client, gone);
    expect(client.getQueryData<AnnotationList>(deleted)?.items).toEqual([gone]);
    expect(client.getQueryData<AnnotationList>(standing)?.items).toEqual([]);
    close();
  });
});
