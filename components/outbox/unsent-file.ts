/** The file in which a person takes unsent work away: for people to read and for programs to keep. */
import type { Unreadable } from '@/components/data/outbox/box';
import type { Write } from '@/components/data/write';
import type { Person } from '@/domain/person';
import { kindWords } from '@/domain/words';
import { askWords } from './ask-words';

/** What of one article goes into the file. */
export interface UnsentPart {
  readonly articleId: string;
  readonly headline: string | undefined;
  readonly writes: readonly Write[];
  readonly unreadable: readonly Unreadable[];
}

/** The file's content as JSON with line breaks. `at` is the instant at which it is made. */
export function unsentFile(person: Person, parts: readonly UnsentPart[], at: string): string {
  const file = {
    about:
      'Work done in Bluepencil that was not on the desk when this file was made. Each change says what was asked for, and under "becomes" how the mark would be.',
    madeAt: at,
    madeBy: person,
    changes: parts.flatMap(({ articleId, headline, writes }) =>
      writes.map((write) =>
        changeIn({ id: articleId, ...(headline === undefined ? {} : { headline }) }, write),
      ),
    ),
    unreadable: parts.flatMap(({ articleId, unreadable }) =>
      unreadable.map(({ found }) => ({ article: { id: articleId }, found })),
    ),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** A name for the file, with the day of the instant: `bluepencil-unsent-2025-03-02.json`. */
export function unsentFileName(at: string): string {
  return `bluepencil-unsent-${at.slice(0, 10)}.json`;
}

function changeIn(article: { readonly id: string; readonly headline?: string }, write: Write) {
  const { ask, wanted, seen, act, standing, key } = write;
  return {
    article,
    what: `${askWords[ask.type]}: ${kindWords[wanted.kind]}`,
    words: wanted.spans.map(({ exact }) => exact),
    at: act.at,
    why: whyWords(write),
    asked: ask,
    becomes: wanted,
    before: ask.type === 'create' ? undefined : seen,
    theirs: standing.is === 'stale' ? standing.current : undefined,
    key,
  };
}

function whyWords({ standing }: Write): string {
  switch (standing.is) {
    case 'waiting':
    case 'sending':
      return 'It was not sent yet.';
    case 'refused':
      return standing.refused.message;
    case 'stale':
      return `${standing.current.lastChangedBy.name} changed the mark meanwhile.`;
  }
}
