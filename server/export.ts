/** Use case of the export: an article's file in one of the formats, in pieces as the reader takes them. */
import { listAnnotations } from '@/db/annotations';
import { findRevision } from '@/db/articles';
import type { Database, Sql } from '@/db/database';
import { listReviews } from '@/db/reviews';
import type { ExportFormat, exportArticle, Loss } from '@/domain/contract/export';
import { type ExportDocument, type ExportScope, marksToExport } from '@/domain/export/document';
import type { FormatWriter } from '@/domain/export/format';
import { formatWriters } from '@/domain/export/formats';
import { pagePolicy } from '@/domain/export/html';
import { demandArticle } from '@/server/articles';
import { house } from '@/server/house';
import { demand } from '@/server/permission';
import type { UseCase } from '@/server/use-case';

export const exported: UseCase<typeof exportArticle> = async ({ actor, params, query, db }) => {
  demand(actor, 'article.export', {});
  const { env } = await house();
  const document = await readDocument(db, params.id, query.status, env.baseUrl);
  const writer: FormatWriter = formatWriters[params.format];
  const losses = writer.losses(document);
  return query.losses === '1'
    ? lossesReply(losses)
    : fileReply(writer, document, losses, query.preview === '1');
};

/** How often reading starts again because somebody wrote meanwhile, before writers are made to wait. */
const READINGS = 3;

/**
 * Article, marks and decisions as they stood together. They are read one after the other without holding up those who
 * write; when the article's log has grown meanwhile, they are read again, and at last in a turn of their own.
 */
export async function readDocument(
  db: Pick<Database, 'sql' | 'transact'>,
  idOrSlug: string,
  scope: ExportScope,
  baseUrl: string,
): Promise<ExportDocument> {
  for (let reading = 1; reading <= READINGS; reading += 1) {
    const document = await readParts(db.sql, idOrSlug, scope, baseUrl);
    const { seq } = await demandArticle(db.sql, idOrSlug);
    if (seq === document.article.seq) return document;
  }
  return db.transact((own) => readParts(own, idOrSlug, scope, baseUrl));
}

async function readParts(
  sql: Sql,
  idOrSlug: string,
  scope: ExportScope,
  baseUrl: string,
): Promise<ExportDocument> {
  const article = await demandArticle(sql, idOrSlug);
  const revision = await findRevision(sql, article.id);
  if (revision === undefined) throw new Error(`article ${article.id} has no revision`);
  const filter = scope === 'approved' ? { deleted: false, status: scope } : { deleted: false };
  const annotations = marksToExport(await listAnnotations(sql, article.id, filter), scope);
  const leaving = new Set(annotations.map((annotation) => annotation.id));
  const reviews = (await listReviews(sql, article.id)).filter((review) => leaving.has(review.annotationId));
  return { article: { ...article, revision }, scope, annotations, reviews, baseUrl };
}

function lossesReply(losses: readonly Loss[]): Response {
  return Response.json({ items: losses }, { headers: { 'x-export-losses': String(losses.length) } });
}

function fileReply(
  writer: FormatWriter,
  document: ExportDocument,
  losses: readonly Loss[],
  isPreview: boolean,
): Response {
  const name = `${document.article.slug}.${writer.extension}`;
  return new Response(inPieces(writer.write(document)), {
    headers: {
      'content-type': writer.contentType,
      'content-disposition': contentDisposition(isPreview ? 'inline' : 'attachment', name),
      'content-security-policy': policyOf(writer.id),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-export-losses': String(losses.length),
    },
  });
}

/**
 * The name of the file (RFC 6266). A slug is ASCII without quotes, so that the plain form already says all; the
 * extended one is for readers that look for it first.
 */
function contentDisposition(disposition: 'inline' | 'attachment', name: string): string {
  return `${disposition}; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

/** Whatever the file holds, opened in a browser it runs nothing, loads nothing, and is framed by us alone. */
function policyOf(format: ExportFormat): string {
  const page = format === 'html' ? pagePolicy : "default-src 'none'; base-uri 'none'; form-action 'none'";
  return `${page}; sandbox; frame-ancestors 'self'`;
}

/** How many UTF-16 code units go out at once; single lines would cost a step through the stream each. */
const PIECE = 32_768;

/** The pieces as bytes, made only as fast as they are taken; what nobody takes any more is not made. */
function inPieces(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const rest = pieces[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      let text = '';
      while (text.length < PIECE) {
        const next = rest.next();
        if (next.done === true) {
          if (text !== '') controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
        text += next.value;
      }
      controller.enqueue(encoder.encode(text));
    },
    cancel() {
      rest.return?.();
    },
  });
}
