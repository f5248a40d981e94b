/**
 * The words that people read for what the shapes call by code names: on cards, in filters, in exports. Each stands in
 * lower case as it would inside a sentence; `capitalised` begins a line with it.
 */
import type { Anchor, AnnotationStatus } from '@/domain/annotation';
import type { ArticleFields, ArticleStatus, priorities } from '@/domain/article';
import type { ChangeAction } from '@/domain/change';
import type { Decision, Reason } from '@/domain/decision';
import type { RecognitionKind } from '@/domain/import/draft';
import type {
  ClaimDetails,
  checkWorthinesses,
  claimTypes,
  DetailsByKind,
  directnesses,
  Evidence,
  eventStatuses,
  eventTypes,
  Kind,
  Party,
  ratings,
  verbatims,
} from '@/domain/kinds';
import type { Role } from '@/domain/person';
import type { blockTypes } from '@/domain/revision';

/** One mark of the kind. */
export const kindWords = { quote: 'quote', claim: 'claim', event: 'event' } as const satisfies Record<
  Kind,
  string
>;

/** Several marks of the kind. */
export const kindPlurals = { quote: 'quotes', claim: 'claims', event: 'events' } as const satisfies Record<
  Kind,
  string
>;

/** The sign that stands for the kind where colour alone would not do. */
export const kindSigns = { quote: '❝', claim: '?', event: '◷' } as const satisfies Record<Kind, string>;

export const statusWords = {
  pending: 'pending',
  approved: 'approved',
  rejected: 'rejected',
  changesRequested: 'changes requested',
} as const satisfies Record<AnnotationStatus, string>;

export const anchorWords = {
  inPlace: 'in place',
  moved: 'moved',
  changed: 'changed, needs recheck',
  gone: 'gone',
} as const satisfies Record<Anchor, string>;

export const articleStatusWords = {
  drafting: 'drafting',
  inReview: 'in review',
  ready: 'ready',
  signedOff: 'signed off',
} as const satisfies Record<ArticleStatus, string>;

/** What people write about an article, in the order in which forms ask for it. */
export const articleFieldWords = {
  headline: 'headline',
  byline: 'byline',
  source: 'source',
  sourceUrl: 'source address',
  publishedOn: 'published on',
  language: 'language',
  desk: 'desk',
  deadline: 'deadline',
  priority: 'priority',
} as const satisfies Record<keyof ArticleFields, string>;

export const priorityWords = { low: 'low', normal: 'normal', high: 'high' } as const satisfies Record<
  (typeof priorities)[number],
  string
>;

/** What an importer recognises, as its list names it. */
export const recognitionWords = {
  headline: 'headline',
  date: 'date',
  byline: 'byline',
  source: 'source',
  dateline: 'dateline',
  caption: 'photo caption',
  credit: 'photo credit',
  language: 'language',
  crosshead: 'crosshead',
  list: 'list',
  blockquote: 'block quote',
  lines: 'wrapped lines',
  headMatter: 'line at the head',
} as const satisfies Record<RecognitionKind, string>;

export const blockTypeWords = {
  paragraph: 'paragraph',
  heading: 'crosshead',
  blockquote: 'block quote',
  listItem: 'list item',
  caption: 'caption',
} as const satisfies Record<(typeof blockTypes)[number], string>;

/** What the decision did, as in "approved by Rhea". */
export const decisionWords = {
  approve: 'approved',
  reject: 'rejected',
  requestChanges: 'asked for changes',
} as const satisfies Record<Decision, string>;

export const reasonWords = {
  'wrong-span': 'wrong span',
  'wrong-kind': 'wrong kind',
  'wrong-speaker': 'wrong speaker',
  'not-checkable': 'not checkable',
  'no-source': 'no source',
  duplicate: 'duplicate',
  other: 'other',
} as const satisfies Record<Reason, string>;

export const roleWords = {
  editor: 'editor',
  reviewer: 'reviewer',
  admin: 'admin',
} as const satisfies Record<Role, string>;

export const actionWords = {
  'article.created': 'brought the article in',
  'article.changed': 'changed the article',
  'article.archived': 'archived the article',
  'article.restored': 'brought the article back',
  'annotation.created': 'made the mark',
  'annotation.changed': 'changed the mark',
  'annotation.deleted': 'deleted the mark',
  'annotation.restored': 'restored the mark',
  'annotation.reviewed': 'decided',
  'person.created': 'added a person',
  'person.changed': 'changed a person',
  'person.invited': 'gave a person a set-up link',
  'setting.changed': 'changed a setting',
} as const satisfies Record<ChangeAction, string>;

/** The names of the details of each kind, in the order in which cards, forms and exports show them. */
export const detailWords = {
  quote: {
    speaker: 'speaker',
    directness: 'directness',
    cue: 'cue',
    saidTo: 'said to',
    saidOn: 'said on',
    verbatim: 'verbatim',
  },
  claim: {
    claimant: 'claimant',
    statement: 'statement',
    type: 'type',
    checkWorthiness: 'check-worthiness',
    rating: 'rating',
    explanation: 'explanation',
    evidence: 'evidence',
  },
  event: {
    title: 'title',
    type: 'type',
    startsOn: 'starts on',
    endsOn: 'ends on',
    place: 'place',
    participants: 'participants',
    status: 'status',
  },
} as const satisfies { [K in Kind]: Record<keyof DetailsByKind[K], string> };

export const partyWords = { name: 'name', role: 'role or affiliation' } as const satisfies Record<
  keyof Party,
  string
>;

export const evidenceWords = {
  url: 'web address',
  title: 'title',
  accessedOn: 'accessed on',
} as const satisfies Record<keyof Evidence, string>;

export const directnessWords = {
  direct: 'direct',
  indirect: 'indirect',
  mixed: 'mixed',
} as const satisfies Record<(typeof directnesses)[number], string>;

export const verbatimWords = {
  heard: 'heard',
  transcript: 'transcript',
  agency: 'agency',
  unverified: 'unverified',
} as const satisfies Record<(typeof verbatims)[number], string>;

export const claimTypeWords = {
  fact: 'fact',
  figure: 'figure',
  prediction: 'prediction',
  opinion: 'opinion',
  promise: 'promise',
} as const satisfies Record<(typeof claimTypes)[number], string>;

export const checkWorthinessWords = {
  low: 'low',
  medium: 'medium',
  high: 'high',
} as const satisfies Record<(typeof checkWorthinesses)[number], string>;

export const ratingWords = {
  unchecked: 'unchecked',
  true: 'true',
  mostlyTrue: 'mostly true',
  mixed: 'mixed',
  misleading: 'misleading',
  false: 'false',
  unprovable: 'unprovable',
} as const satisfies Record<(typeof ratings)[number], string>;

export const eventTypeWords = {
  meeting: 'meeting',
  statement: 'statement',
  agreement: 'agreement',
  attack: 'attack',
  vote: 'vote',
  court: 'court',
  disaster: 'disaster',
  other: 'other',
} as const satisfies Record<(typeof eventTypes)[number], string>;

export const eventStatusWords = {
  happened: 'happened',
  ongoing: 'ongoing',
  planned: 'planned',
  calledFor: 'called for',
  denied: 'denied',
} as const satisfies Record<(typeof eventStatuses)[number], string>;

/** The words of every detail whose values come from a list, by kind and field. */
export const valueWords = {
  quote: { directness: directnessWords, verbatim: verbatimWords },
  claim: {
    type: claimTypeWords,
    checkWorthiness: checkWorthinessWords,
    rating: ratingWords,
  } satisfies Partial<Record<keyof ClaimDetails, object>>,
  event: { type: eventTypeWords, status: eventStatusWords },
} as const satisfies { [K in Kind]: Partial<Record<keyof DetailsByKind[K], object>> };

/** The word with its first letter in upper case. */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const numberWords = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const;

/** A small number as one writes it in a sentence, others in figures. */
export function inWords(count: number): string {
  return numberWords[count] ?? String(count);
}
