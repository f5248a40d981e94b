/**
 * What the text itself, and the marks around, say about the details of a mark. Everything here is a proposal for a
 * person to take or leave; nothing is filled in.
 */
import type { Annotation } from '@/domain/annotation';
import { findDates } from '@/domain/dates/resolve-date';
import type { FoundName } from '@/domain/find-names';
import type { Party } from '@/domain/kinds';
import { gatherParties, isSameName, partiesOf } from '@/domain/party-names';
import { sentenceAround } from '@/domain/sentence';
import type { Range } from '@/domain/span';

/** One value that a detail may have. A field may have several proposals, the likeliest first. */
export interface Proposal {
  readonly field: 'speaker' | 'cue' | 'saidTo' | 'saidOn' | 'claimant' | 'startsOn';
  readonly value: string | Party;
  /** Where it comes from, as a short sentence. */
  readonly because: string;
}

export interface ProposalGround {
  readonly text: string;
  readonly publishedOn?: string | undefined;
  /** The names in the text, as `findNames` gives them. */
  readonly names: readonly FoundName[];
  /** All marks of the article. */
  readonly marks: readonly Annotation[];
}

/** Proposals for the details of a mark that are still empty. */
export function proposeDetails(mark: Annotation, ground: ProposalGround): Proposal[] {
  switch (mark.kind) {
    case 'quote': {
      const { speaker, cue, saidTo, saidOn } = mark.details;
      const said = attributionOf(mark, ground);
      return [
        ...(speaker === undefined
          ? said.by.map((value) => ({ field: 'speaker', value, because: said.because }) as const)
          : []),
        ...(cue === undefined && said.cue !== undefined
          ? [{ field: 'cue', value: said.cue, because: said.because } as const]
          : []),
        ...(saidTo === undefined && said.to !== undefined
          ? [{ field: 'saidTo', value: said.to, because: said.because } as const]
          : []),
        ...(saidOn === undefined ? datesBeside(mark, ground, 'saidOn') : []),
      ];
    }
    case 'claim':
      return mark.details.claimant === undefined ? proposeClaimant(mark, ground) : [];
    case 'event':
      return mark.details.startsOn === undefined ? datesAround(mark, ground, 'startsOn') : [];
  }
}

/** A claim inside a quote is its speaker's; else whoever the sentence says it of. */
function proposeClaimant(mark: Annotation, ground: ProposalGround): Proposal[] {
  const extent = extentOf(mark);
  const speakers = ground.marks.flatMap((other) =>
    other.kind === 'quote' && other.details.speaker !== undefined && covers(extentOf(other), extent)
      ? other.details.speaker
      : [],
  );
  if (speakers.length > 0) {
    return gatherParties(speakers).map(({ name, role }) => ({
      field: 'claimant',
      value: partyOf(name, role),
      because: 'Speaker of the quote around it',
    }));
  }
  const { by, because } = attributionOf(mark, ground);
  return by.map((value) => ({ field: 'claimant', value, because }));
}

interface Attribution {
  readonly by: readonly Party[];
  readonly cue?: string;
  readonly to?: string;
  readonly because: string;
}

const SAYING =
  'said|says|told|tells|added|adds|asked|asks|warned|warns|argued|argues|claimed|claims|insisted|insists|wrote|writes|announced|revealed|declared|stated|explained|called|accused|denied|noted|replied|promised|vowed|tweeted|posted';
const VERB = new RegExp(`\\b(${SAYING})\\b`, 'u');
const PRONOUN = new RegExp(
  `\\b(?:he|she|they)\\s+(?:${SAYING})\\b|\\b(?:${SAYING})\\s+(?:he|she|they)\\b`,
  'iu',
);

/** Who says it, with which word, to whom, as the rest of the sentence has it; who a pronoun may stand for. */
function attributionOf(mark: Annotation, { text, names, marks }: ProposalGround): Attribution {
  const extent = extentOf(mark);
  const sentence = sentenceAround(text, extent);
  const around = outside(text, sentence, mark.spans);
  const cue = VERB.exec(around)?.[1];
  const because = 'From the sentence';
  if (cue === undefined) return { by: [], because };
  const to = /\b(?:told|tells)\s+((?:the\s+)?\p{Lu}[\p{L}’'-]*(?:\s+\p{Lu}[\p{L}’'-]*)*)/u.exec(around)?.[1];
  const known = gatherParties([...partiesOf(marks), ...names]);
  const isNamed = PRONOUN.exec(around) === null;
  const mentions = isNamed
    ? besideVerb(around, namesBeside(names, sentence, mark.spans, to))
    : earlierSubject(text, names, sentence.start);
  const by = mentions.map(({ name }) => fullest(name, known));
  return {
    by,
    cue,
    ...(to === undefined ? {} : { to }),
    because: isNamed ? because : 'Named in the sentence before',
  };
}

/** The sentence with the mark's own words blanked, so that names in them do not count. */
function outside(text: string, sentence: Range, spans: readonly Range[]): string {
  return spans
    .reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)
    .slice(sentence.start, sentence.end);
}

type Mention = Pick<Range, 'start' | 'end'> & Party;

/** The names of a sentence outside the mark's words, but for the one it was said to; offsets into the sentence. */
function namesBeside(
  names: readonly FoundName[],
  sentence: Range,
  spans: readonly Range[],
  to: string | undefined,
): Mention[] {
  return names
    .filter((name) => covers(sentence, name) && !spans.some((span) => covers(span, name)))
    .filter(({ name }) => to === undefined || !to.includes(name))
    .map((name) => ({ ...name, start: name.start - sentence.start, end: name.end - sentence.start }));
}

/** The name nearest to the verb of saying. */
function besideVerb(around: string, names: readonly Mention[]): readonly Mention[] {
  const verb = VERB.exec(around);
  if (verb === null) return [];
  const distance = ({ start, end }: Mention) =>
    end <= verb.index ? verb.index - end : start - verb.index - verb[0].length;
  return names.toSorted((one, other) => distance(one) - distance(other)).slice(0, 1);
}

/** Whom "he said" may mean: the first name of the nearest sentence before that has one. */
function earlierSubject(text: string, names: readonly FoundName[], before: number): readonly Mention[] {
  const last = names.findLast(({ end }) => end <= before);
  if (last === undefined) return [];
  const sentence = sentenceAround(text, last);
  return names.filter(({ start }) => start >= sentence.start && start < before).slice(0, 1);
}

/** The fullest spelling of a name that the article or its marks know, with the role known there. */
function fullest(name: string, known: readonly ReturnType<typeof gatherParties>[number][]): Party {
  const alike = known.filter(({ name: other }) => isSameName(name, other));
  const [one] = alike;
  return alike.length === 1 && one !== undefined ? partyOf(one.name, one.role) : { name };
}

/** Dates in the sentence outside the mark's words: when something was said. */
function datesBeside(mark: Annotation, ground: ProposalGround, field: 'saidOn'): Proposal[] {
  const sentence = sentenceAround(ground.text, extentOf(mark));
  return asProposals(findDates(outside(ground.text, sentence, mark.spans), ground.publishedOn), field);
}

/** Dates in the mark's words, or where they hold none in the sentence around. */
function datesAround(mark: Annotation, { text, publishedOn }: ProposalGround, field: 'startsOn'): Proposal[] {
  const { start, end } = sentenceAround(text, extentOf(mark));
  const sentence = text.slice(start, end);
  const own = mark.spans.flatMap(({ exact }) => findDates(exact, publishedOn, sentence));
  return asProposals(own.length > 0 ? own : findDates(sentence, publishedOn), field);
}

function asProposals(found: ReturnType<typeof findDates>, field: 'saidOn' | 'startsOn'): Proposal[] {
  const first = found[0];
  return first === undefined
    ? []
    : first.dates.map((value) => ({ field, value, because: `From “${first.words}”` }));
}

function extentOf({ spans }: Pick<Annotation, 'spans'>): Range {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}

function covers(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function partyOf(name: string, role: string | undefined): Party {
  return role === undefined ? { name } : { name, role };
}
