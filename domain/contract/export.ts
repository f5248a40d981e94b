/** The export operation; the formats themselves are in `domain/export`. */
import { z } from 'zod';
import { ArticleParams } from '@/domain/contract/articles';
import { operation, RawReply } from '@/domain/contract/operation';

/** Ids of the formats that exist; another id names nothing: 404. */
export const exportFormats = ['html', 'web-annotation', 'csv', 'bluepencil'] as const;
export const ExportFormat = z.enum(exportFormats);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const exportStatuses = ['approved', 'all'] as const;

/** The file itself; with `?losses=1` instead, as JSON, what the format cannot carry of this article. */
export const exportArticle = operation({
  method: 'GET',
  path: '/api/articles/[id]/export/[format]',
  params: ArticleParams.extend({ format: ExportFormat }),
  query: z.strictObject({
    status: z.enum(exportStatuses).default('approved'),
    losses: z.literal('1').optional(),
    /** Shown in a frame of the export screen instead of being saved as a file. */
    preview: z.literal('1').optional(),
  }),
  reply: RawReply,
});

/** One thing that a format could not carry. */
export const Loss = z.object({
  /** The annotation concerned; absent where it is the article as a whole. */
  annotationId: z.uuid().optional(),
  message: z.string(),
});
export type Loss = z.infer<typeof Loss>;

export const Losses = z.object({ items: z.array(Loss) });
