/** An article in memory and marks on it, always the same. */
import { proseOf } from '@/bench/prose';
import type { DrawnMark } from '@/components/desk/mark-store';
import { annotationStatuses } from '@/domain/annotation';
import type { Article } from '@/domain/article';
import { kinds } from '@/domain/kinds';
import { textOf } from '@/domain/revision';
import type { Range } from '@/domain/span';
import { noCounts } from '@/domain/workflow';

const SOME_ID = '018f0000-0000-7000-8000-000000000001';
const AT = '2025-03-02T10:00:00.000Z';
const author = { id: SOME_ID, name: 'Bench' };

export function sampleArticle(words: number): Article {
  const blocks = proseOf(words)
    .split('\n\n')
    .map((text) => ({ type: 'paragraph' as const, text, marks: [] }));
  return {
    id: SOME_ID,
    slug: 'the-bridge-000001',
    headline: 'The bridge',
    language: 'en',
    priority: 'normal',
    status: 'drafting',
    version: 1,
    seq: 1,
    counts: noCounts,
    createdAt: AT,
    updatedAt: AT,
    revision: { number: 1, text: textOf(blocks), blocks, sha256: '', createdAt: AT, createdBy: author },
  };
}

/** Marks spread evenly over the article, of all kinds and statuses but rejected. */
export function sampleMarks({ revision }: Pick<Article, 'revision'>, count: number): DrawnMark[] {
  const statuses = annotationStatuses.filter((status) => status !== 'rejected');
  return rangesOver(revision.text, count).map((range, place) => ({
    id: `018f0000-0000-7000-8000-${String(place).padStart(12, '0')}`,
    kind: kinds[place % kinds.length] ?? 'quote',
    status: statuses[place % statuses.length] ?? 'pending',
    spans: [range],
    author,
  }));
}

/** Ranges spread evenly over a text, 20 to 79 characters long, so that about every third overlaps the next. */
export function rangesOver(text: string, count: number): Range[] {
  return Array.from({ length: count }, (_, place) => {
    const start = Math.floor((place * (text.length - 80)) / count);
    return { start, end: start + 20 + ((place * 37) % 60) };
  });
}
