'use client';

import { useMutation } from '@tanstack/react-query';
import type { FieldName } from '@/components/article-fields/field-values';
import { call } from '@/components/data/call';
import { Article, type ArticleFields } from '@/domain/article';
import { changeArticle } from '@/domain/contract/articles';
import { isRefusal } from '@/domain/refusal';
import { meetChange } from './field-clash';

/** The article as it was written, or as somebody else left it meanwhile, with the fields that both changed. */
export type Mended =
  | { readonly is: 'saved'; readonly article: Article }
  | { readonly is: 'clashing'; readonly current: Article; readonly fields: readonly FieldName[] };

/**
 * Writes what a person made of an article that they saw. Where somebody was faster, it is written on top of theirs,
 * unless both changed the same field: then nothing is written and the fields are given.
 */
export function useMendArticle() {
  return useMutation({
    mutationFn: ({ seen, mine }: { seen: Article; mine: ArticleFields }) => mend(seen, mine, seen),
  });
}

/** How often it is written on top of somebody else's change before the failure is said. */
const MOST_TRIES = 5;

async function mend(seen: Article, mine: ArticleFields, current: Article, tries = 1): Promise<Mended> {
  const { patch, clashes } = meetChange(seen, mine, current);
  if (clashes.length > 0) return { is: 'clashing', current, fields: clashes };
  if (Object.keys(patch).length === 0) return { is: 'saved', article: current };
  try {
    const written = { params: { id: seen.id }, version: current.version, body: patch };
    return { is: 'saved', article: await call(changeArticle, written) };
  } catch (error) {
    const newer =
      isRefusal(error) && error.code === 'stale' ? Article.safeParse(error.extras.current) : undefined;
    if (newer?.success !== true || tries === MOST_TRIES) throw error;
    return mend(seen, mine, newer.data, tries + 1);
  }
}
