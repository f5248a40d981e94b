/** Operations on articles. */
import { z } from 'zod';
import { Article, ArticleFields, ArticleSummary, Slug } from '@/domain/article';
import { Id, operation, pageOf, pageQuery } from '@/domain/contract/operation';
import { Block } from '@/domain/revision';
import { plainString } from '@/domain/text';

/** An article's id or its slug. */
export const ArticleParams = z.object({ id: z.union([Id, Slug]) });

const { headline, language, priority, ...others } = ArticleFields.shape;

/**
 * An article as it is sent: its text in one of two forms, or the blocks of the preview as the person left them (then
 * nothing is recognised again). What is absent is recognised from the text where it can be.
 */
export const NewArticle = z
  .strictObject({
    id: Id.optional(),
    ...others,
    headline: headline.optional(),
    language: language.optional(),
    priority: priority.optional(),
    text: z.string().optional(),
    markdown: z.string().optional(),
    /** Known, but not read yet: 415. */
    html: z.string().optional(),
    blocks: z.array(Block).min(1, 'holds no block').optional(),
  })
  .superRefine((article, context) => {
    const given = [article.text, article.markdown, article.html, article.blocks].filter(
      (form) => form !== undefined,
    );
    if (given.length !== 1) {
      context.addIssue({ code: 'custom', message: 'needs exactly one of text, markdown, html and blocks' });
    }
  });
export type NewArticle = z.infer<typeof NewArticle>;

/** JSON Merge Patch (RFC 7396): absent stays, null removes. */
export const ArticlePatch = z.strictObject({
  headline: headline.optional(),
  byline: others.byline.nullable(),
  source: others.source.nullable(),
  sourceUrl: others.sourceUrl.nullable(),
  language: language.optional(),
  publishedOn: others.publishedOn.nullable(),
  deadline: others.deadline.nullable(),
  desk: others.desk.nullable(),
  priority: priority.optional(),
});
export type ArticlePatch = z.infer<typeof ArticlePatch>;

export const articleSorts = ['deadline', 'headline', 'updated', 'created'] as const;

export const ArticleQuery = z.strictObject({
  ...pageQuery,
  /** Words of the headline, in any case. */
  search: plainString(200).optional(),
  sort: z.enum(articleSorts).default('deadline'),
  status: ArticleSummary.shape.status.optional(),
  archived: z.enum(['true', 'false']).default('false'),
});
export type ArticleQuery = z.infer<typeof ArticleQuery>;

export const listArticles = operation({
  method: 'GET',
  path: '/api/articles',
  query: ArticleQuery,
  reply: pageOf(ArticleSummary),
});

export const createArticle = operation({
  method: 'POST',
  path: '/api/articles',
  body: NewArticle,
  reply: Article,
  status: 201,
  upload: true,
});

export const readArticle = operation({
  method: 'GET',
  path: '/api/articles/[id]',
  params: ArticleParams,
  reply: Article,
});

export const changeArticle = operation({
  method: 'PATCH',
  path: '/api/articles/[id]',
  params: ArticleParams,
  body: ArticlePatch,
  reply: Article,
  versioned: true,
});

export const archiveArticle = operation({
  method: 'DELETE',
  path: '/api/articles/[id]',
  params: ArticleParams,
  reply: Article,
  versioned: true,
});

export const restoreArticle = operation({
  method: 'POST',
  path: '/api/articles/[id]/restore',
  params: ArticleParams,
  reply: Article,
});

/**
 * Whether a text or a source address is on the desk already: the articles whose revision has the same SHA-256 or whose
 * source address is the same. The text itself is not sent.
 */
export const findTwins = operation({
  method: 'GET',
  path: '/api/articles/twins',
  query: z.strictObject({
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    sourceUrl: others.sourceUrl,
  }),
  reply: z.object({ items: z.array(ArticleSummary) }),
});
