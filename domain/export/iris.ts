/** The addresses by which exports name things: absolute IRIs that begin with the desk's public address. */
import { hexToBytes } from '@noble/hashes/utils.js';
import { base64Url } from '@/domain/export/base64';
import type { ExportDocument } from '@/domain/export/document';

type Based = Pick<ExportDocument, 'baseUrl'>;

/** The article as people open it. */
export function articleIri({ baseUrl, article }: Pick<ExportDocument, 'baseUrl' | 'article'>): string {
  return `${baseUrl}/articles/${article.slug}`;
}

/** The revision that the marks point into; the article's address as tools open it, with the number. */
export function revisionIri({ baseUrl, article }: Pick<ExportDocument, 'baseUrl' | 'article'>): string {
  return `${baseUrl}/api/articles/${article.id}#revision-${article.revision.number}`;
}

export function annotationIri({ baseUrl }: Based, annotationId: string): string {
  return `${baseUrl}/api/annotations/${annotationId}`;
}

/** A decision, named by the version of the mark that it made. */
export function reviewIri(
  based: Based,
  review: { readonly annotationId: string; readonly version: number },
): string {
  return `${annotationIri(based, review.annotationId)}#review-${review.version}`;
}

export function personIri({ baseUrl }: Based, personId: string): string {
  return `${baseUrl}/api/people/${personId}`;
}

/** The export itself. */
export function exportIri({ baseUrl, article, scope }: ExportDocument, format: string): string {
  return `${baseUrl}/api/articles/${article.id}/export/${format}?status=${scope}`;
}

/** A text by its SHA-256 (lower-case hex): an `ni` URI (RFC 6920), which names exactly these bytes wherever they lie. */
export function textIri(sha256: string): string {
  return `ni:///sha-256;${base64Url(hexToBytes(sha256))}`;
}
