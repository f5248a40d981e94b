/** Reads Bluepencil's own JSON back, and believes nothing in it that can be checked. */
import type { Annotation } from '@/domain/annotation';
import type { Article } from '@/domain/article';
import { BLUEPENCIL_VERSION, BluepencilFile } from '@/domain/export/bluepencil';
import type { ExportScope } from '@/domain/export/document';
import type { ReviewRecord } from '@/domain/export/review-record';
import { type Issue, Refusal } from '@/domain/refusal';
import { hashText, textOf } from '@/domain/revision';
import { codePointOffsets } from '@/domain/text';

export interface ReadArticle {
  readonly article: Article;
  readonly scope: ExportScope;
  readonly annotations: readonly Annotation[];
  readonly reviews: readonly ReviewRecord[];
}

/**
 * The article, marks and decisions of a file. Throws a `Refusal`: `malformed` where it is not JSON, `unsupported-type`
 * where it is something else or of a newer version, `invalid` with the places where it contradicts itself.
 */
export function parseBluepencil(json: string): ReadArticle {
  const value = parseJson(json);
  if (!isOwn(value)) {
    throw new Refusal('unsupported-type', 'The file is not a Bluepencil file; those begin by saying so.');
  }
  if (value.version !== BLUEPENCIL_VERSION) {
    throw new Refusal(
      'unsupported-type',
      `The file has version ${String(value.version)}; this desk reads version ${BLUEPENCIL_VERSION}.`,
    );
  }
  const read = BluepencilFile.safeParse(value);
  const errors = read.success
    ? contradictions(read.data)
    : read.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  if (!read.success || errors.length > 0) {
    const first = errors[0];
    const place = first === undefined ? '' : `: ${first.path} ${first.message}`;
    throw new Refusal('invalid', `The file cannot be used${place}.`, { errors });
  }
  const { article, revision, scope, annotations, reviews } = read.data;
  return { article: { ...article, revision }, scope, annotations, reviews };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Refusal('malformed', `The file is not JSON: ${why}.`);
  }
}

function isOwn(value: unknown): value is { readonly format: 'bluepencil'; readonly version: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === 'bluepencil' &&
    'version' in value
  );
}

/** Where the file says of itself what is not so. */
function contradictions({ offsets, article, revision, annotations, reviews }: BluepencilFile): Issue[] {
  const { text } = revision;
  const ids = new Set(annotations.map((annotation) => annotation.id));
  const checks: [boolean, string, string][] = [
    [offsets.textLength.utf16 === text.length, 'offsets.textLength.utf16', 'is not the length of the text'],
    [
      offsets.textLength.codePoints === codePointOffsets(text)(text.length),
      'offsets.textLength.codePoints',
      'is not the length of the text',
    ],
    [offsets.textSha256 === revision.sha256, 'offsets.textSha256', 'is not the hash that the revision names'],
    [revision.sha256 === hashText(text), 'revision.sha256', 'is not the hash of the text'],
    [text === textOf(revision.blocks), 'revision.text', 'is not what the blocks make'],
    [ids.size === annotations.length, 'annotations', 'holds an id twice'],
  ];
  return [
    ...checks.filter(([holds]) => !holds).map(([, path, message]) => ({ path, message })),
    ...annotations.flatMap((annotation, index) => {
      const at = `annotations.${index}`;
      return [
        ...(annotation.articleId === article.id
          ? []
          : [{ path: `${at}.articleId`, message: 'is another article' }]),
        ...(annotation.revision === revision.number
          ? []
          : [{ path: `${at}.revision`, message: 'is another revision' }]),
        ...annotation.spans.flatMap((span, place) =>
          span.start < span.end && span.exact === text.slice(span.start, span.end)
            ? []
            : [{ path: `${at}.spans.${place}.exact`, message: 'is not what stands there in the text' }],
        ),
      ];
    }),
    ...reviews.flatMap((review, index) =>
      ids.has(review.annotationId)
        ? []
        : [{ path: `reviews.${index}.annotationId`, message: 'is not among the marks' }],
    ),
  ];
}
