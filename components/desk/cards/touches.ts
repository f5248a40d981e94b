/** Who did what to a mark, in words. */
import type { Change } from '@/domain/change';
import type { MarkField } from '@/domain/differences';
import { lastDeed, lastTouch, type Touch } from '@/domain/touch';
import type { CardDesk } from './card-desk';
import { recentWords } from './moment-words';

export interface Touches {
  /** `Demo Reviewer, 14:02`; `you in another window, 14:02` for oneself. Undefined when nobody did or it is not known. */
  readonly of: (field: MarkField) => string | undefined;
  /** Everybody who touched any of the fields, as the subject of a sentence: `Demo Reviewer and Nora`. */
  readonly names: (fields: readonly MarkField[]) => string;
  /** Who did it last, as the subject of a sentence, and when; undefined when nobody did or it is not known. */
  readonly deed: (action: Change['action']) => { readonly name: string; readonly when: string } | undefined;
}

/** The changes of one mark, oldest first, as `me` is told of them. `now` in ms since 1970. */
export function touchesOf(
  changes: readonly Change[],
  { id, settings: { timeZone } }: CardDesk['me'],
  now: number,
): Touches {
  const when = ({ at }: Touch) => recentWords(at, timeZone, now);
  const nameOf = ({ by }: Touch) => (by.id === id ? 'you in another window' : by.name);
  return {
    of: (field) => {
      const touch = lastTouch(changes, field);
      return touch === undefined ? undefined : `${nameOf(touch)}, ${when(touch)}`;
    },
    names: (fields) => subject(fields.flatMap((field) => lastTouch(changes, field) ?? []).map(nameOf)),
    deed: (action) => {
      const touch = lastDeed(changes, action);
      return touch === undefined ? undefined : { name: subject([nameOf(touch)]), when: when(touch) };
    },
  };
}

/** Names as the subject that begins a sentence, each once. */
function subject(names: readonly string[]): string {
  const [first = 'somebody', ...others] = [...new Set(names)];
  const last = others.pop();
  const joined = last === undefined ? first : `${[first, ...others].join(', ')} and ${last}`;
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}
