/**
 * Bluepencil's own JSON: everything of an article that the desk shows, without loss. Offsets are UTF-16 code units, as
 * inside. The file says so itself, with the text's length in both units and its SHA-256, so that a reader in another
 * language can tell whether it counts as we do. `domain/import/bluepencil.ts` reads it.
 */
import { z } from 'zod';
import { Annotation } from '@/domain/annotation';
import { ArticleSummary } from '@/domain/article';
import { exportStatuses } from '@/domain/contract/export';
import type { ExportDocument } from '@/domain/export/document';
import type { FormatWriter } from '@/domain/export/format';
import { articleIri } from '@/domain/export/iris';
import { writeJsonLists } from '@/domain/export/json-list';
import { ReviewRecord } from '@/domain/export/review-record';
import { Revision } from '@/domain/revision';
import { codePointOffsets } from '@/domain/text';

/** The version of the file's shape. A change that an older reader would misread raises it. */
export const BLUEPENCIL_VERSION = 1;

/** The file. Lists may be long; everything that a reader needs to make sense of them stands before them. */
export const BluepencilFile = z.strictObject({
  format: z.literal('bluepencil'),
  version: z.literal(BLUEPENCIL_VERSION),
  /** The article's address on the desk that wrote the file. */
  address: z.string(),
  /** Which marks were written. */
  scope: z.enum(exportStatuses),
  offsets: z.strictObject({
    unit: z.literal('utf-16'),
    textLength: z.strictObject({ utf16: z.int().nonnegative(), codePoints: z.int().nonnegative() }),
    /** Of the revision's text in UTF-8, lower-case hex. */
    textSha256: z.string(),
  }),
  article: ArticleSummary,
  revision: Revision,
  reviews: z.array(ReviewRecord),
  annotations: z.array(Annotation),
});
export type BluepencilFile = z.infer<typeof BluepencilFile>;

export const bluepencil: FormatWriter = {
  id: 'bluepencil',
  name: 'Bluepencil file',
  use: 'Everything, without loss: to keep, or to bring to another desk.',
  contentType: 'application/json; charset=utf-8',
  extension: 'bluepencil.json',
  write: (document) => writeJsonLists(frame(document), [reviews(document), annotations(document)], 2),
  losses: () => [],
};

/** Through their schemas, so that fields stand in one order wherever a decision or an annotation came from. */
function* reviews(document: ExportDocument): Generator<ReviewRecord> {
  for (const review of document.reviews) yield ReviewRecord.parse(review);
}

function* annotations(document: ExportDocument): Generator<Annotation> {
  for (const annotation of document.annotations) yield Annotation.parse(annotation);
}

function frame(document: ExportDocument): BluepencilFile {
  const { revision, ...article } = document.article;
  return BluepencilFile.parse({
    format: 'bluepencil',
    version: BLUEPENCIL_VERSION,
    address: articleIri(document),
    scope: document.scope,
    offsets: {
      unit: 'utf-16',
      textLength: {
        utf16: revision.text.length,
        codePoints: codePointOffsets(revision.text)(revision.text.length),
      },
      textSha256: revision.sha256,
    },
    article,
    revision,
    reviews: [],
    annotations: [],
  } satisfies BluepencilFile);
}
