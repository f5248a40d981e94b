/** An article: what is known about the text, without the text, which lives in revisions. */
import { z } from 'zod';
import { Revision } from '@/domain/revision';
import { filledString } from '@/domain/text';
import { Instant, PartialDate } from '@/domain/time';

export const priorities = ['low', 'normal', 'high'] as const;

/** Derived by `workflow.ts`, never set by hand. */
export const articleStatuses = ['drafting', 'inReview', 'ready', 'signedOff'] as const;
export const ArticleStatus = z.enum(articleStatuses);
export type ArticleStatus = z.infer<typeof ArticleStatus>;

const Count = z.int().nonnegative();

/** How many marks an article carries, deleted ones left out. */
export const Counts = z.object({
  byKind: z.object({ quote: Count, claim: Count, event: Count }),
  byStatus: z.object({ pending: Count, approved: Count, rejected: Count, changesRequested: Count }),
});
export type Counts = z.infer<typeof Counts>;

/** What people write about an article; all but the headline and the language may be absent. */
export const ArticleFields = z.strictObject({
  headline: filledString(500),
  byline: filledString(300).optional(),
  source: filledString(300).optional(),
  sourceUrl: z
    .url({ protocol: /^https?$/, error: 'is not a web address' })
    .max(2000)
    .optional(),
  /** BCP 47. */
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a language tag such as en or pt-BR'),
  publishedOn: PartialDate.optional(),
  deadline: Instant.optional(),
  desk: filledString(80).optional(),
  priority: z.enum(priorities),
});
export type ArticleFields = z.infer<typeof ArticleFields>;

/** An article as lists show it. */
export const ArticleSummary = z.object({
  ...ArticleFields.shape,
  id: z.uuid(),
  /** ASCII words of the first headline and a short id; made once, never changed. */
  slug: z.string(),
  status: ArticleStatus,
  version: z.int().positive(),
  /** The position of the newest change in the article's log. */
  seq: z.int().nonnegative(),
  counts: Counts,
  createdAt: Instant,
  updatedAt: Instant,
  archivedAt: Instant.optional(),
});
export type ArticleSummary = z.infer<typeof ArticleSummary>;

export const Article = ArticleSummary.extend({ revision: Revision });
export type Article = z.infer<typeof Article>;

/** What a slug looks like: words joined by hyphens, the last a short id of at least six. */
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*-[a-z0-9]{6,12}$/);

/**
 * A slug for a headline: its ASCII words (accents dropped), at most eight of them and 60 characters, and the short
 * id, six to twelve of `[a-z0-9]`. A headline without ASCII words becomes `article-<id>`.
 */
export function makeSlug(headline: string, shortId: string): string {
  const words = headline
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, 8);
  const stem = words.join('-').slice(0, 60).replace(/-+$/, '');
  return `${stem === '' ? 'article' : stem}-${shortId}`;
}
