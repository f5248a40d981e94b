/** The two lines that say what a mark is about, for cards and lists. */
import type { Annotation } from '@/domain/annotation';
import type { DetailsByKind } from '@/domain/kinds';
import {
  claimTypeWords,
  directnessWords,
  eventStatusWords,
  eventTypeWords,
  ratingWords,
  verbatimWords,
} from '@/domain/words';
import { shortDate } from './short-date';

export interface CardWords {
  /** Who or what: the speaker, the claim, the event. */
  readonly title: string;
  /** Whether the title is the article's own words, for want of a better. */
  readonly quoted: boolean;
  /** What else is known, in one line; empty where nothing is. */
  readonly line: string;
}

/** The words of a mark on its card. */
export function describeCard(mark: Annotation): CardWords {
  const own = mark.spans.map((span) => span.exact.replace(/\s+/g, ' ')).join(' … ');
  const { title, line } = partsOf(mark);
  return {
    title: title ?? own,
    quoted: title === undefined,
    line: line.filter((part) => part !== undefined).join(' · '),
  };
}

interface Parts {
  readonly title: string | undefined;
  readonly line: readonly (string | undefined)[];
}

function partsOf(mark: Annotation): Parts {
  switch (mark.kind) {
    case 'quote':
      return describeQuote(mark.details);
    case 'claim':
      return describeClaim(mark.details);
    case 'event':
      return describeEvent(mark.details);
  }
}

function describeQuote({ speaker, directness, saidTo, saidOn, verbatim }: DetailsByKind['quote']): Parts {
  return {
    title: speaker?.name,
    line: [
      speaker?.role,
      directnessWords[directness],
      saidTo === undefined ? undefined : `to ${saidTo}`,
      saidOn === undefined ? undefined : shortDate(saidOn),
      verbatim === undefined ? undefined : verbatimWords[verbatim],
    ],
  };
}

function describeClaim({ statement, claimant, type, rating }: DetailsByKind['claim']): Parts {
  return {
    title: statement,
    line: [
      claimant?.name,
      type === undefined ? undefined : claimTypeWords[type],
      rating === undefined ? 'not checked yet' : ratingWords[rating],
    ],
  };
}

function describeEvent({ title, type, startsOn, endsOn, place, status }: DetailsByKind['event']): Parts {
  const from = startsOn === undefined ? undefined : shortDate(startsOn);
  const to = endsOn === undefined ? undefined : shortDate(endsOn);
  return {
    title,
    line: [
      from !== undefined && to !== undefined ? `${from} to ${to}` : (from ?? to),
      place,
      type === undefined ? undefined : eventTypeWords[type],
      status === undefined ? undefined : eventStatusWords[status],
    ],
  };
}
