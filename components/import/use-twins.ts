'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { twinsQuery } from '@/components/data/articles';
import type { ArticleSummary } from '@/domain/article';
import { findTwins } from '@/domain/contract/articles';
import type { Block } from '@/domain/revision';
import { hashText, textOf } from '@/domain/revision';
import { normaliseText } from '@/domain/text';

/** The desk is asked when mending pauses for so long, in milliseconds. */
const PAUSE = 400;

/** The articles on the desk with the text that these blocks make, or with this source address. Never waited for. */
export function useTwins(blocks: readonly Block[], sourceUrl: string): readonly ArticleSummary[] {
  const [sought, setSought] = useState<{ sha256?: string; sourceUrl?: string }>({});
  useEffect(() => {
    const timer = setTimeout(() => {
      const address = findTwins.query.safeParse({ sourceUrl: sourceUrl.trim() || undefined });
      setSought({
        ...(blocks.length === 0 ? {} : { sha256: hashText(normaliseText(textOf(blocks))) }),
        ...(address.success && address.data.sourceUrl !== undefined
          ? { sourceUrl: address.data.sourceUrl }
          : {}),
      });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [blocks, sourceUrl]);
  const isAsked = sought.sha256 !== undefined || sought.sourceUrl !== undefined;
  const { data } = useQuery({ ...twinsQuery(sought), enabled: isAsked, retry: false });
  return isAsked ? (data?.items ?? []) : [];
}
