/** The fields in which two changes of a mark clash, in words, and which of them can be joined or worded anew. */

import { z } from 'zod';
import type { MarkField } from '@/domain/differences';
import { isSame } from '@/domain/differences';
import { Evidence, type Kind, kinds } from '@/domain/kinds';
import type { MetField } from '@/domain/meeting';
import { Span } from '@/domain/span';
import { capitalised, kindWords } from '@/domain/words';
import { fieldLabel, valueWritten } from './field-words';

/** A value as it stands beside another: like `valueWritten`, but two that differ never read the same. */
export function sideWritten(
  kind: Kind,
  { field, ...sides }: MetField<MarkField>,
  side: keyof typeof sides,
): string {
  const plain = plainly(kind, field, sides[side]);
  const isAmbiguous = Object.values(sides).some(
    (other) => !isSame(other, sides[side]) && plainly(kind, field, other) === plain,
  );
  return isAmbiguous ? inFull(sides[side]) : plain;
}

/** Texts that can be worded anew, with the most characters that they may have. */
export const rewordable: ReadonlyMap<MarkField, number> = new Map([
  ['note', 10_000],
  ['details.statement', 2000],
  ['details.explanation', 10_000],
  ['details.cue', 100],
  ['details.saidTo', 200],
  ['details.title', 300],
  ['details.place', 200],
]);

const joinable: ReadonlySet<MarkField> = new Set(['labels', 'details.participants', 'details.evidence']);

/** Both lists as one: theirs, then what only mine has; undefined where the field is no list. */
export function joinedLists({ field, theirs, mine }: MetField<MarkField>): readonly unknown[] | undefined {
  if (!joinable.has(field)) return undefined;
  const [their, my] = [listOf(theirs), listOf(mine)];
  return [...their, ...my.filter((item) => !their.some((other) => isSame(item, other)))];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

const Tagged = z.object({ kind: z.enum(kinds), details: z.record(z.string(), z.unknown()) });

function plainly(kind: Kind, field: MarkField, value: unknown): string {
  const tagged = field === 'kind' ? Tagged.safeParse(value).data : undefined;
  if (tagged === undefined) return valueWritten(kind, field, value);
  const lines = Object.entries(tagged.details).map(([name, detail]) => {
    const path = `details.${name}` as const;
    return `${fieldLabel(tagged.kind, path)}: ${valueWritten(tagged.kind, path, detail)}`;
  });
  return [capitalised(kindWords[tagged.kind]), ...lines].join('\n');
}

/** With what tells two of the same words apart: where they stand, or what else is known of a link. */
function inFull(value: unknown): string {
  const spans = z.array(Span).safeParse(value).data;
  if (spans !== undefined) {
    return spans.map(({ prefix, exact, suffix }) => `…${prefix}[${exact}]${suffix}…`).join('\n');
  }
  const links = z.array(Evidence).safeParse(value).data;
  if (links !== undefined) {
    return links
      .map(({ url, title, accessedOn }) =>
        [title, url, accessedOn].filter((part) => part !== undefined).join(', '),
      )
      .join('\n');
  }
  return JSON.stringify(value) ?? '';
}
