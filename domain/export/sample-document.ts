/**
 * An invented article with everything that makes offsets, nesting and escaping hard: emoji and families of them,
 * combining marks, words from right to left, links and emphasis that marks cut through, marks inside, across and in
 * several parts, one over two blocks, every detail filled in, words that a spreadsheet would compute. For tests and
 * for holding the formats against their own suites.
 */
import type { Annotation, AnnotationStatus, Decided, ReviewSummary } from '@/domain/annotation';
import type { Article } from '@/domain/article';
import { type ExportDocument, type ExportScope, marksToExport } from '@/domain/export/document';
import type { ReviewRecord } from '@/domain/export/review-record';
import type { Tagging } from '@/domain/kinds';
import type { Person } from '@/domain/person';
import { fingerprint } from '@/domain/review';
import { type Block, hashText, textOf } from '@/domain/revision';
import { describeSpans } from '@/domain/span';
import { countMarks } from '@/domain/workflow';

const ARTICLE_ID = '0195a1b2-0000-7000-8000-000000000001';
const editor: Person = { id: '0195a1b2-0000-7000-8000-0000000000a1', name: 'Zoë O’Hara <editor>' };
const reviewer: Person = { id: '0195a1b2-0000-7000-8000-0000000000a2', name: 'Bjørn “Bo” Åsen' };

const link = 'https://river.example/levels?gauge=4&from=2025-03-01';
const lead =
  'The river Lenn rose by 1.4 metres on Friday, the mayor said, and “nobody should try to cross it on foot” until Sunday.';

const blocks: Block[] = [
  {
    type: 'paragraph',
    text: lead,
    marks: [
      linkOn(lead, 'rose by 1.4 metres on Friday', link),
      { type: 'strong', ...placeOf(lead, 'nobody should try to cross') },
    ],
  },
  {
    type: 'caption',
    text: 'Volunteers 👩‍👩‍👧‍👦 fill sandbags at Cafe\u0301 Rio. (Photo: A. Bee)',
    marks: [],
  },
  { type: 'heading', level: 2, text: 'Warnings & <tags> in two languages', marks: [] },
  {
    type: 'paragraph',
    text: '“We have seen this before,” Amal Haddad told Radio Lenn, “and we shall rebuild 🏠.” Her brother added: «سنعود إلى بيوتنا غدا» and went to work.',
    marks: [],
  },
  {
    type: 'blockquote',
    text: '=SUM(1;2) is what the first e-mail said; the second read -4 °C & rising.',
    marks: [],
  },
  { type: 'listItem', text: 'Bridge 7 stays closed.', marks: [{ type: 'em', start: 0, end: 8 }] },
  { type: 'listItem', text: 'The ferry runs again on Monday 🚢.', marks: [] },
  { type: 'paragraph', text: 'נציגי העירייה ייפגשו ביום שלישי.', marks: [] },
];
const text = textOf(blocks);

interface Sketch {
  readonly tagging: Tagging;
  /** The words of each span, the first place in the text where they stand. */
  readonly words: readonly string[];
  readonly status: AnnotationStatus;
  readonly labels?: readonly string[];
  readonly note?: string;
}

const sketches: readonly Sketch[] = [
  {
    tagging: {
      kind: 'claim',
      details: {
        claimant: { name: 'the mayor', role: 'of Lenn' },
        statement: 'The Lenn rose by 1.4 metres on 28 February 2025',
        type: 'figure',
        checkWorthiness: 'high',
        rating: 'mostlyTrue',
        explanation: 'Gauge 4 shows 1.37 metres.\nThe office rounds up.',
        evidence: [
          { url: link, title: 'Gauge 4 "Old Bridge"', accessedOn: '2025-03-02' },
          { url: 'https://weather.example/' },
        ],
      },
    },
    words: ['The river Lenn rose by 1.4 metres'],
    status: 'approved',
    labels: ['water level', '</script><b>'],
    note: 'Checked by phone & e-mail.',
  },
  {
    tagging: {
      kind: 'quote',
      details: {
        directness: 'mixed',
        speaker: { name: 'the mayor' },
        cue: 'said',
        saidTo: 'reporters',
        saidOn: '2025-02-28',
        verbatim: 'agency',
      },
    },
    words: ['on Friday, the mayor said, and “nobody should try to cross it on foot”'],
    status: 'approved',
  },
  {
    tagging: {
      kind: 'event',
      details: {
        title: 'Flood at Café Rio',
        type: 'disaster',
        startsOn: '2025-02-28T14:30+01:00',
        endsOn: '2025-03',
        place: 'Lenn, old town',
        participants: ['volunteers', 'the café’s owners'],
        status: 'ongoing',
      },
    },
    words: ['until Sunday.\nVolunteers 👩‍👩‍👧‍👦 fill sandbags at Cafe'],
    status: 'changesRequested',
  },
  {
    tagging: {
      kind: 'quote',
      details: {
        directness: 'direct',
        speaker: { name: 'Amal Haddad', role: 'resident' },
        verbatim: 'heard',
      },
    },
    words: ['We have seen this before', 'and we shall rebuild 🏠.'],
    status: 'approved',
    labels: ['residents'],
  },
  {
    tagging: { kind: 'quote', details: { directness: 'direct', speaker: { name: 'شقيق أمل حداد' } } },
    words: ['سنعود إلى بيوتنا غدا'],
    status: 'approved',
  },
  { tagging: { kind: 'claim', details: {} }, words: ['=SUM(1;2)'], status: 'approved', note: '+1 @desk' },
  {
    tagging: { kind: 'claim', details: { statement: '-4 °C' } },
    words: ['=SUM(1;2) is what the first e-mail said; the second read -4 °C'],
    status: 'rejected',
  },
  {
    tagging: { kind: 'event', details: { title: 'Ferry again', status: 'planned' } },
    words: ['Monday 🚢'],
    status: 'pending',
  },
  {
    tagging: { kind: 'event', details: { title: 'פגישה' } },
    words: ['ייפגשו ביום שלישי'],
    status: 'approved',
  },
];

const all = sketches.map(toAnnotation);
const reviews = all.flatMap(({ decisions }) => decisions);

const article: Article = {
  id: ARTICLE_ID,
  slug: 'high-water-at-the-lenn-k3v9qa',
  headline: 'High water at the Lenn: “stay <home>” & wait',
  byline: 'By Zoë O’Hara',
  source: 'Lenn Courier',
  sourceUrl: 'https://courier.example/high-water?a=1&b=2',
  language: 'en',
  publishedOn: '2025-03-02',
  deadline: '2025-03-02T17:30:00.000Z',
  desk: 'Region',
  priority: 'high',
  status: 'inReview',
  version: 1,
  seq: 31,
  counts: countMarks(all.map(({ annotation }) => annotation)),
  createdAt: '2025-03-02T08:00:00.000Z',
  updatedAt: '2025-03-02T10:00:00.000Z',
  revision: {
    number: 1,
    text,
    blocks,
    sha256: hashText(text),
    createdAt: '2025-03-02T08:00:00.000Z',
    createdBy: editor,
  },
};

/** The article with its approved marks, or with all of them. */
export function sampleDocument(scope: ExportScope): ExportDocument {
  const annotations = marksToExport(
    all.map(({ annotation }) => annotation),
    scope,
  );
  const ids = new Set(annotations.map((annotation) => annotation.id));
  return {
    article,
    scope,
    annotations,
    reviews: reviews.filter((review) => ids.has(review.annotationId)),
    baseUrl: 'https://desk.example',
  };
}

function toAnnotation({ tagging, words, status, labels = [], note }: Sketch, index: number) {
  const described = describeSpans(
    text,
    words.map((part) => placeOf(text, part)),
  );
  if ('issues' in described) throw new Error(`sample mark ${index} does not lie in the text`);
  const decided: Decided = { ...tagging, spans: described.spans, labels: [...labels] };
  const id = `0195a1b2-0000-7000-8000-00000000010${index}`;
  const decisions = status === 'pending' ? [] : decisionsOn(id, decided, status);
  const review = decisions.at(-1);
  const annotation: Annotation = {
    ...decided,
    id,
    articleId: ARTICLE_ID,
    revision: 1,
    ...(note === undefined ? {} : { note }),
    status,
    anchor: 'inPlace',
    author: editor,
    lastChangedBy: editor,
    version: status === 'rejected' ? 4 : status === 'pending' ? 1 : 2,
    createdAt: `2025-03-02T09:0${index}:00.000Z`,
    updatedAt: `2025-03-02T09:1${index}:00.000Z`,
    ...(review === undefined ? {} : { review: summaryOf(review) }),
  };
  return { annotation, decisions };
}

/** The decision that gave a mark its status; a rejection came after an approval that was withdrawn. */
function decisionsOn(
  annotationId: string,
  decided: Decided,
  status: Exclude<AnnotationStatus, 'pending'>,
): ReviewRecord[] {
  const shared = {
    annotationId,
    by: reviewer,
    fingerprint: fingerprint(text, decided),
    decided,
    revision: 1,
    revisionSha256: hashText(text),
  };
  const id = (place: number) => annotationId.replace('00000000010', `0000000002${place}`);
  const approval: ReviewRecord = {
    ...shared,
    id: id(0),
    version: 2,
    decision: 'approve',
    at: '2025-03-02T09:30:00.000Z',
  };
  const objection = { reason: 'wrong-span', note: 'Ends too late; see <the second> part & mend.' } as const;
  switch (status) {
    case 'approved':
      return [approval];
    case 'changesRequested':
      return [{ ...approval, ...objection, decision: 'requestChanges' }];
    case 'rejected':
      return [
        approval,
        { ...approval, id: id(1), version: 3, decision: 'withdraw', at: '2025-03-02T09:35:00.000Z' },
        {
          ...approval,
          ...objection,
          id: id(2),
          version: 4,
          decision: 'reject',
          at: '2025-03-02T09:40:00.000Z',
        },
      ];
  }
}

function summaryOf({ decision, reason, note, by, at }: ReviewRecord): ReviewSummary {
  if (decision === 'withdraw') throw new Error('a withdrawal is no decision');
  return {
    decision,
    ...(reason === undefined ? {} : { reason }),
    ...(note === undefined ? {} : { note }),
    by,
    at,
  };
}

function placeOf(whole: string, words: string): { readonly start: number; readonly end: number } {
  const start = whole.indexOf(words);
  if (start === -1) throw new Error(`the sample does not say “${words}”`);
  return { start, end: start + words.length };
}

function linkOn(whole: string, words: string, href: string): Block['marks'][number] {
  return { type: 'link', ...placeOf(whole, words), href };
}
