/** Operations on annotations and the decisions on them. */
import { z } from 'zod';
import { Annotation, AnnotationPatch, AnnotationStatus, Mark, NewAnnotation } from '@/domain/annotation';
import { Change } from '@/domain/change';
import { ArticleParams } from '@/domain/contract/articles';
import { Id, IdParams, operation, pageOf, pageQuery } from '@/domain/contract/operation';
import { NewReview } from '@/domain/decision';
import { Kind } from '@/domain/kinds';

export const AnnotationQuery = z.strictObject({
  kind: Kind.optional(),
  status: AnnotationStatus.optional(),
  author: Id.optional(),
  revision: z.coerce.number().int().positive().optional(),
  /** The deleted ones instead of those that stand. */
  deleted: z.enum(['true', 'false']).default('false'),
});
export type AnnotationQuery = z.infer<typeof AnnotationQuery>;

const seq = z.int().nonnegative();

/** All of an article's annotations in text order, and the position of its log that they show. */
export const AnnotationList = z.object({ items: z.array(Annotation), seq });
export type AnnotationList = z.infer<typeof AnnotationList>;

/** The same in compact form. */
export const MarkList = z.object({ items: z.array(Mark), seq });
export type MarkList = z.infer<typeof MarkList>;

/**
 * One list or the other, told apart by its first item: a plain union would hold thousands of items against the wrong
 * shape before trying the right one.
 */
const EitherList = z
  .custom<AnnotationList | MarkList>((list) => typeof list === 'object' && list !== null)
  .transform((list, context): AnnotationList | MarkList => {
    const [first] = Array.isArray(list.items) ? list.items : [];
    const isMark = typeof first === 'object' && !('createdAt' in first);
    const shape = isMark ? MarkList : AnnotationList;
    const parsed = shape.safeParse(list);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
    return z.NEVER;
  });

/** Whole annotations, or with `?view=marks` their compact form. */
export const listAnnotations = operation({
  method: 'GET',
  path: '/api/articles/[id]/annotations',
  params: ArticleParams,
  query: AnnotationQuery.extend({ view: z.literal('marks').optional() }),
  reply: EitherList,
});

export const createAnnotation = operation({
  method: 'POST',
  path: '/api/articles/[id]/annotations',
  params: ArticleParams,
  body: NewAnnotation,
  reply: Annotation,
  status: 201,
});

/** Also answers for deleted annotations; they carry `deletedAt`. */
export const readAnnotation = operation({
  method: 'GET',
  path: '/api/annotations/[id]',
  params: IdParams,
  reply: Annotation,
});

export const changeAnnotation = operation({
  method: 'PATCH',
  path: '/api/annotations/[id]',
  params: IdParams,
  body: AnnotationPatch,
  reply: Annotation,
  versioned: true,
});

export const deleteAnnotation = operation({
  method: 'DELETE',
  path: '/api/annotations/[id]',
  params: IdParams,
  reply: Annotation,
  versioned: true,
});

export const restoreAnnotation = operation({
  method: 'POST',
  path: '/api/annotations/[id]/restore',
  params: IdParams,
  reply: Annotation,
});

/** Every state that the annotation was in, oldest first. */
export const readAnnotationHistory = operation({
  method: 'GET',
  path: '/api/annotations/[id]/history',
  params: IdParams,
  query: z.strictObject(pageQuery),
  reply: pageOf(Change),
});

export const reviewAnnotation = operation({
  method: 'POST',
  path: '/api/annotations/[id]/reviews',
  who: 'reviewer',
  params: IdParams,
  body: NewReview,
  reply: Annotation,
  status: 201,
  versioned: true,
});
