'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import { call } from '@/components/data/call';
import type { ArticleFields } from '@/domain/article';
import { createArticle } from '@/domain/contract/articles';
import type { Block } from '@/domain/revision';

export type Saving =
  | { readonly state: 'open' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved' }
  | { readonly state: 'failed'; readonly error: unknown; readonly articleId: string };

export interface Saver {
  readonly saving: Saving;
  /** Sends the article and goes to it. Does nothing while one is on its way. */
  save(article: ArticleFields, blocks: readonly Block[]): Promise<void>;
}

/**
 * Saves one article at most once: its id is made here, and the same words travel under the same idempotency key, so
 * that a second press, a retry or an answer that was lost do no harm.
 */
export function useSave(): Saver {
  const router = useRouter();
  const [saving, setSaving] = useState<Saving>({ state: 'open' });
  const [articleId] = useState(() => v7());
  const sent = useRef({ body: '', key: '' });
  const isUnderWay = useRef(false);

  async function save(article: ArticleFields, blocks: readonly Block[]): Promise<void> {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setSaving({ state: 'saving' });
    const body = { id: articleId, ...article, blocks: [...blocks] };
    const written = JSON.stringify(body);
    if (sent.current.body !== written) sent.current = { body: written, key: v7() };
    try {
      const saved = await call(createArticle, { body, idempotencyKey: sent.current.key });
      setSaving({ state: 'saved' });
      router.push(`/articles/${saved.slug}`);
    } catch (error) {
      setSaving({ state: 'failed', error, articleId });
      isUnderWay.current = false;
    }
  }

  return { saving, save };
}
