/** Random documents for the laws that every format must keep. */
import fc from 'fast-check';
import type { Annotation, Decided } from '@/domain/annotation';
import { type ExportDocument, type ExportScope, marksToExport } from '@/domain/export/document';
import type { ReviewRecord } from '@/domain/export/review-record';
import { sampleDocument } from '@/domain/export/sample-document';
import type { Tagging } from '@/domain/kinds';
import { fingerprint } from '@/domain/review';
import { type Block, hashText, textOf } from '@/domain/revision';
import { describeSpans, type Range } from '@/domain/span';
import { normaliseText } from '@/domain/text';
import { countMarks } from '@/domain/workflow';

/** Pieces that break careless offsets, nesting, escaping and spreadsheets. */
const morsels = fc.constantFrom(
  'word',
  ' ',
  'a',
  '👩‍👩‍👧‍👦',
  '👍🏽',
  '𝄞',
  'e\u0301',
  'שלום',
  'مرحبا',
  '\u200F',
  '<b>',
  '</script>',
  '<!--',
  '&amp;',
  '"',
  "'",
  '`',
  '=1+1',
  '-2',
  '@x',
  '\t',
  '\u2028',
  '\uFEFF',
  ',',
  ';',
  '\\',
  '[]',
  '}',
);
const words = fc
  .array(morsels, { minLength: 1, maxLength: 12 })
  .map((parts) => normaliseText(parts.join('')));
/** Words as `filledString` lets them in. */
const filled = words.map((written) => written.trim() || 'x');

const block: fc.Arbitrary<Block> = fc
  .record({
    type: fc.constantFrom('heading', 'paragraph', 'blockquote', 'listItem', 'caption'),
    text: fc.oneof({ weight: 6, arbitrary: words }, { weight: 1, arbitrary: fc.constant('') }),
  })
  .chain(({ type, text }) =>
    (text === '' ? fc.constant<Block['marks']>([]) : fc.array(inlineMark(text.length), { maxLength: 4 })).map(
      (marks) => ({
        type,
        ...(type === 'heading' ? { level: 2 } : {}),
        text,
        marks,
      }),
    ),
  );

function inlineMark(length: number): fc.Arbitrary<Block['marks'][number]> {
  const place = fc
    .tuple(fc.nat(length - 1), fc.nat(length - 1))
    .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) + 1 }));
  return fc.oneof(
    fc
      .record({ type: fc.constantFrom('strong' as const, 'em' as const) })
      .chain(({ type }) => place.map((range) => ({ type, ...range }))),
    place.map((range) => ({ type: 'link' as const, ...range, href: 'https://a.example/?x=1&y="2"' })),
  );
}

const tagging: fc.Arbitrary<Tagging> = fc.oneof(
  fc.record({ speaker: filled, cue: filled, saidOn: fc.constantFrom('2025', '2025-02', '2025-02-28') }).map(
    ({ speaker, cue, saidOn }): Tagging => ({
      kind: 'quote',
      details: { directness: 'direct', speaker: { name: speaker }, cue, saidOn },
    }),
  ),
  fc.record({ statement: filled, title: filled }).map(
    ({ statement, title }): Tagging => ({
      kind: 'claim',
      details: { statement, rating: 'mixed', evidence: [{ url: 'https://b.example/?q=%22', title }] },
    }),
  ),
  fc
    .record({ title: filled, participants: fc.array(filled, { maxLength: 3 }) })
    .map(({ title, participants }): Tagging => ({ kind: 'event', details: { title, participants } })),
);

interface Sketch {
  readonly tagging: Tagging;
  readonly cuts: readonly number[];
  readonly labels: readonly string[];
  readonly note: string | undefined;
  readonly isApproved: boolean;
}

const sketch: fc.Arbitrary<Sketch> = fc.record({
  tagging,
  /** Positions in thousandths of the text; two make a span. */
  cuts: fc.array(fc.nat(1000), { minLength: 2, maxLength: 6 }),
  labels: fc.array(filled, { maxLength: 2 }),
  note: fc.option(filled, { nil: undefined }),
  isApproved: fc.boolean(),
});

/** A document of random blocks with random marks, as the desk could hold it. */
export const arbitraryDocument: fc.Arbitrary<ExportDocument> = fc
  .record({
    blocks: fc.array(block, { minLength: 1, maxLength: 8 }),
    sketches: fc.array(sketch, { maxLength: 8 }),
    headline: filled,
    scope: fc.constantFrom<ExportScope>('approved', 'all'),
    language: fc.constantFrom('en', 'ar', 'he-Latn', 'de'),
  })
  .map(({ blocks, sketches, headline, scope, language }) => {
    const base = sampleDocument(scope);
    const text = textOf(blocks);
    const marked = sketches.flatMap((each, index) => toAnnotation(text, base, each, index));
    const annotations = marksToExport(
      marked.map(({ annotation }) => annotation),
      scope,
    );
    return {
      ...base,
      article: {
        ...base.article,
        headline,
        language,
        counts: countMarks(marked.map(({ annotation }) => annotation)),
        revision: { ...base.article.revision, text, blocks, sha256: hashText(text) },
      },
      annotations,
      reviews: marked
        .filter(({ annotation }) => annotations.includes(annotation))
        .flatMap(({ reviews }) => reviews),
    };
  });

function toAnnotation(
  text: string,
  { article }: ExportDocument,
  { tagging, cuts, labels, note, isApproved }: Sketch,
  index: number,
): { annotation: Annotation; reviews: ReviewRecord[] }[] {
  const offsets = cuts.map((cut) => Math.floor((cut / 1000) * text.length)).sort((a, b) => a - b);
  const ranges: Range[] = [];
  for (let at = 0; at + 1 < offsets.length; at += 2) {
    ranges.push({ start: offsets[at] ?? 0, end: offsets[at + 1] ?? 0 });
  }
  const described = describeSpans(text, ranges);
  if ('issues' in described) return [];
  const decided: Decided = { ...tagging, spans: described.spans, labels: [...labels] };
  const by = article.revision.createdBy;
  const id = `0195a1b2-0000-7000-8000-00000000040${index}`;
  const review: ReviewRecord = {
    id: `0195a1b2-0000-7000-8000-00000000050${index}`,
    annotationId: id,
    version: 2,
    decision: 'approve',
    by,
    at: '2025-03-02T09:30:00.000Z',
    fingerprint: fingerprint(text, decided),
    decided,
    revision: 1,
    revisionSha256: hashText(text),
  };
  const annotation: Annotation = {
    ...decided,
    id,
    articleId: article.id,
    revision: 1,
    ...(note === undefined ? {} : { note }),
    status: isApproved ? 'approved' : 'pending',
    anchor: 'inPlace',
    author: by,
    lastChangedBy: by,
    version: 2,
    createdAt: '2025-03-02T09:00:00.000Z',
    updatedAt: '2025-03-02T09:20:00.000Z',
    ...(isApproved ? { review: { decision: 'approve' as const, by, at: review.at } } : {}),
  };
  return [{ annotation, reviews: isApproved ? [review] : [] }];
}
