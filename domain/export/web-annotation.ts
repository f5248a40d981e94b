/**
 * W3C Web Annotation (https://www.w3.org/TR/annotation-model/) as JSON-LD: an AnnotationCollection whose first page is
 * embedded with all its items. Positions are Unicode code points, as TextPositionSelector demands. Every annotation
 * carries its own context, so that it stands when it is taken out.
 */
import canonicalize from 'canonicalize';
import type { Annotation } from '@/domain/annotation';
import type { Loss } from '@/domain/contract/export';
import { type ExportDocument, newestChange } from '@/domain/export/document';
import type { FormatWriter } from '@/domain/export/format';
import {
  annotationIri,
  articleIri,
  exportIri,
  personIri,
  reviewIri,
  revisionIri,
  textIri,
} from '@/domain/export/iris';
import { writeJsonLists } from '@/domain/export/json-list';
import { type DecisionRecord, newestDecisions } from '@/domain/export/review-record';
import type { Party } from '@/domain/kinds';
import type { Person } from '@/domain/person';
import type { Span } from '@/domain/span';
import { codePointOffsets } from '@/domain/text';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

export const webAnnotation: FormatWriter = {
  id: 'web-annotation',
  name: 'Web Annotation',
  use: 'W3C JSON-LD for other annotation tools and archives.',
  contentType: `application/ld+json; profile="${CONTEXT}"; charset=utf-8`,
  extension: 'jsonld',
  write: (document) => writeCollection(document, 2),
  losses,
};

/** The collection in pieces; without `indent` on one line. */
export function writeCollection(document: ExportDocument, indent = 0): Generator<string> {
  const decisions = standingDecisions(document);
  return writeJsonLists(
    collectionFrame(document, decisions.size),
    [annotations(document, decisions)],
    indent,
  );
}

/** The decisions that count, by their mark: withdrawn ones and those that a later change has re-opened do not. */
function standingDecisions(document: ExportDocument): ReadonlyMap<string, DecisionRecord> {
  const newest = newestDecisions(document.reviews);
  for (const annotation of document.annotations) {
    if (annotation.status === 'pending') newest.delete(annotation.id);
  }
  return newest;
}

function collectionFrame(document: ExportDocument, decisionCount: number) {
  const id = exportIri(document, 'web-annotation');
  const label = document.article.headline;
  const total = document.annotations.length + decisionCount;
  const page = `${id}#page-1`;
  return {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label,
    created: document.article.createdAt,
    modified: newestChange(document),
    generator: generator(document),
    total,
    last: page,
    first: {
      '@context': CONTEXT,
      id: page,
      type: 'AnnotationPage',
      partOf: { id, type: 'AnnotationCollection', label, total },
      startIndex: 0,
      items: [],
    },
  };
}

function* annotations(
  document: ExportDocument,
  decisions: ReadonlyMap<string, DecisionRecord>,
): Generator<object> {
  const toCodePoints = codePointOffsets(document.article.revision.text);
  for (const annotation of document.annotations) {
    yield markAnnotation(document, annotation, toCodePoints);
    const decision = decisions.get(annotation.id);
    if (decision !== undefined) yield reviewAnnotation(document, decision);
  }
}

/** A mark: what it is in its bodies, which words in its targets, one target a span. */
function markAnnotation(
  document: ExportDocument,
  annotation: Annotation,
  toCodePoints: (offset: number) => number,
) {
  const targets = annotation.spans.map((span) => target(document, span, toCodePoints));
  return {
    '@context': CONTEXT,
    id: annotationIri(document, annotation.id),
    type: 'Annotation',
    motivation: 'classifying',
    created: annotation.createdAt,
    modified: annotation.updatedAt,
    creator: person(document, annotation.author),
    generator: generator(document),
    body: bodies(annotation),
    target: targets.length === 1 ? targets[0] : targets,
  };
}

/** A decision is an annotation of an annotation. */
function reviewAnnotation(document: ExportDocument, review: DecisionRecord) {
  return {
    '@context': CONTEXT,
    id: reviewIri(document, review),
    type: 'Annotation',
    motivation: 'moderating',
    created: review.at,
    creator: person(document, review.by),
    generator: generator(document),
    body: [
      textualBody('moderating', review.decision),
      ...(review.reason === undefined ? [] : [textualBody('tagging', review.reason)]),
      ...(review.note === undefined ? [] : [textualBody('commenting', review.note)]),
    ],
    target: annotationIri(document, review.annotationId),
  };
}

function bodies(annotation: Annotation) {
  const party = partyOf(annotation);
  return [
    { ...textualBody('classifying', annotation.kind), language: 'en' },
    ...(party === undefined ? [] : [textualBody('identifying', party.name)]),
    { ...textualBody('describing', canonicalJson(annotation.details)), format: 'application/json' },
    ...annotation.labels.map((label) => textualBody('tagging', label)),
    ...(annotation.note === undefined ? [] : [textualBody('commenting', annotation.note)]),
  ];
}

/** Canonical (RFC 8785): the same details are the same text, in whatever order they were filled in. */
function canonicalJson(value: object): string {
  const json = canonicalize(value);
  if (json === undefined) throw new Error('details are JSON');
  return json;
}

/** Who speaks or claims. */
function partyOf(annotation: Annotation): Party | undefined {
  switch (annotation.kind) {
    case 'quote':
      return annotation.details.speaker;
    case 'claim':
      return annotation.details.claimant;
    case 'event':
      return undefined;
  }
}

type Purpose = 'classifying' | 'commenting' | 'describing' | 'identifying' | 'moderating' | 'tagging';

function textualBody(purpose: Purpose, value: string) {
  return { type: 'TextualBody', purpose, value, format: 'text/plain' };
}

function target(document: ExportDocument, span: Span, toCodePoints: (offset: number) => number) {
  const { revision } = document.article;
  return {
    type: 'SpecificResource',
    source: articleIri(document),
    selector: [
      { type: 'TextQuoteSelector', exact: span.exact, prefix: span.prefix, suffix: span.suffix },
      { type: 'TextPositionSelector', start: toCodePoints(span.start), end: toCodePoints(span.end) },
    ],
    state: {
      id: revisionIri(document),
      type: 'TimeState',
      sourceDate: revision.createdAt,
      cached: textIri(revision.sha256),
    },
  };
}

function person(document: ExportDocument, { id, name }: Person) {
  return { id: personIri(document, id), type: 'Person', name };
}

function generator({ baseUrl }: ExportDocument) {
  return { id: `${baseUrl}/`, type: 'Software', name: 'Bluepencil', homepage: `${baseUrl}/` };
}

function losses(document: ExportDocument): Loss[] {
  const past = document.reviews.length - standingDecisions(document).size;
  return [
    {
      message:
        'The article’s text, headings, emphasis and links stay behind; the marks point to its address.',
    },
    ...document.annotations
      .filter((annotation) => annotation.spans.length > 1)
      .map((annotation) => ({
        annotationId: annotation.id,
        message: `Its ${annotation.spans.length} parts become separate targets; that they are one is no longer said.`,
      })),
    ...(past === 0
      ? []
      : [{ message: 'Decisions that no longer count stay behind; only those that stand go along.' }]),
  ];
}
