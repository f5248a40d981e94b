/** What is typed into a details form, and the merge patch that it amounts to. */
import type { Annotation, AnnotationPatch } from '@/domain/annotation';
import { isSame, type MarkField } from '@/domain/differences';
import type { Kind } from '@/domain/kinds';
import { withField } from '@/domain/mark-meeting';

/** Fields of one line or one choice, by their path in `details`; empty for none. */
export type Values = Readonly<Record<string, string>>;

export interface EvidenceDraft {
  /** Tells rows apart while they are edited; not sent. */
  readonly key: string;
  readonly url: string;
  readonly title: string;
  readonly accessedOn: string;
}

export interface Draft {
  /** The kind that the details are of; the mark may have been given another one since. */
  readonly kind: Kind;
  readonly values: Values;
  readonly evidence: readonly EvidenceDraft[];
  readonly participants: readonly string[];
  /** Separated by commas. */
  readonly labels: string;
  readonly note: string;
}

/** The fields of each kind that are typed or chosen; lists have drafts of their own. */
export const valuePaths = {
  quote: ['directness', 'speaker.name', 'speaker.role', 'cue', 'saidTo', 'saidOn', 'verbatim'],
  claim: ['claimant.name', 'claimant.role', 'statement', 'type', 'checkWorthiness', 'rating', 'explanation'],
  event: ['title', 'type', 'startsOn', 'endsOn', 'place', 'status'],
} as const satisfies Record<Kind, readonly string[]>;

/** A field that every mark of the kind has: emptying it is an error, not a removal. */
const required: ReadonlySet<string> = new Set(['directness', 'title']);

/** The form's fields filled with what the mark has. */
export function draftOf(mark: Annotation): Draft {
  const values = Object.fromEntries(
    valuePaths[mark.kind].map((path) => [path, asText(valueAt(mark.details, path))]),
  );
  return {
    kind: mark.kind,
    values,
    evidence: mark.kind === 'claim' ? (mark.details.evidence ?? []).map(evidenceDraft) : [],
    participants: mark.kind === 'event' ? (mark.details.participants ?? []) : [],
    labels: mark.labels.join(', '),
    note: mark.note ?? '',
  };
}

/** The draft as a merge patch on the mark: only what differs from it, so that what others change elsewhere stays. */
export function patchOf(mark: Annotation, draft: Draft): AnnotationPatch {
  const labels = labelsOf(draft);
  const note = draft.note.trim();
  return {
    ...taggingPatch(mark, draft),
    ...(isSame(labels, mark.labels) ? {} : { labels }),
    ...(note === (mark.note ?? '') ? {} : { note: note === '' ? null : note }),
  };
}

/** Details merge by field within a kind; another kind brings its own whole ones. */
function taggingPatch(mark: Annotation, draft: Draft): AnnotationPatch {
  const values = fieldValues(draft.kind, draft);
  if (draft.kind !== mark.kind) {
    return {
      kind: draft.kind,
      details: Object.fromEntries(values.filter(([, value]) => value !== undefined)),
    };
  }
  const details = new Map<string, unknown>();
  for (const [field, value] of values) {
    const before = valueAt(mark.details, field);
    if (isSame(before, value)) continue;
    details.set(field, value === undefined ? null : mergeInto(before, value));
  }
  return details.size === 0 ? {} : { details: Object.fromEntries(details) };
}

/** The mark as it would be if what the draft has were in it, checked or not. */
export function markWith(mark: Annotation, draft: Draft): Annotation {
  const details = Object.fromEntries(
    fieldValues(draft.kind, draft).filter(([, value]) => value !== undefined),
  );
  const note = draft.note.trim();
  const tagged = withField(mark, 'kind', { kind: draft.kind, details });
  const labelled = withField(tagged, 'labels', labelsOf(draft));
  return withField(labelled, 'note', note === '' ? undefined : note);
}

/** The draft with one field as another draft has it; for `kind` with all details. */
export function withDraftField(draft: Draft, field: MarkField, from: Draft): Draft {
  const { kind, values, evidence, participants, labels, note } = from;
  switch (field) {
    case 'kind':
      return { ...draft, kind, values, evidence, participants };
    case 'spans':
      return draft;
    case 'labels':
      return { ...draft, labels };
    case 'note':
      return { ...draft, note };
    case 'details.evidence':
      return { ...draft, evidence };
    case 'details.participants':
      return { ...draft, participants };
    default: {
      const name = field.slice('details.'.length);
      const own = Object.entries(values).filter(([path]) => path.split('.')[0] === name);
      return { ...draft, values: { ...draft.values, ...Object.fromEntries(own) } };
    }
  }
}

/** Whether nothing would be changed. */
export function isEmptyPatch(patch: AnnotationPatch): boolean {
  return Object.keys(patch).length === 0;
}

/** The whole value of every field as the draft has it; undefined for none. */
function fieldValues(kind: Kind, draft: Draft): readonly (readonly [string, unknown])[] {
  const fields = new Set(valuePaths[kind].map((path) => path.split('.')[0] ?? path));
  const scalars = [...fields].map((field) => [field, wholeValue(field, draft.values)] as const);
  if (kind === 'claim') return [...scalars, ['evidence', evidenceOf(draft)]];
  if (kind === 'event') return [...scalars, ['participants', listOrNone(draft.participants)]];
  return scalars;
}

function wholeValue(field: string, values: Values): unknown {
  const name = values[`${field}.name`];
  const own = values[field]?.trim() ?? '';
  if (name === undefined) return own === '' && !required.has(field) ? undefined : own;
  const role = values[`${field}.role`]?.trim() ?? '';
  if (name.trim() === '' && role === '') return undefined;
  return role === '' ? { name: name.trim() } : { name: name.trim(), role };
}

function evidenceOf({ evidence }: Draft): unknown {
  const rows = evidence
    .map(({ url, title, accessedOn }) => ({
      url: url.trim(),
      ...(title.trim() === '' ? {} : { title: title.trim() }),
      ...(accessedOn.trim() === '' ? {} : { accessedOn: accessedOn.trim() }),
    }))
    .filter((row) => row.url !== '' || Object.keys(row).length > 1);
  return listOrNone(rows);
}

/** The labels typed, each once. */
function labelsOf({ labels }: Draft): string[] {
  const typed = labels.split(',').map((label) => label.trim());
  return [...new Set(typed.filter((label) => label !== ''))];
}

function listOrNone<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** An object replaces another by naming what goes; a merge patch would otherwise keep it. */
function mergeInto(before: unknown, value: unknown): unknown {
  if (!isRecord(before) || !isRecord(value)) return value;
  const gone = Object.keys(before).filter((name) => !(name in value));
  return { ...value, ...Object.fromEntries(gone.map((name) => [name, null])) };
}

function valueAt(details: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), details);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function evidenceDraft(
  {
    url,
    title = '',
    accessedOn = '',
  }: { url: string; title?: string | undefined; accessedOn?: string | undefined },
  place: number,
): EvidenceDraft {
  return { key: `${place} ${url}`, url, title, accessedOn };
}
