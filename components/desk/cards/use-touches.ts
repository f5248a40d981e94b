import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { annotationChangesQuery } from '@/components/data/annotation-changes';
import type { Annotation } from '@/domain/annotation';
import type { Change } from '@/domain/change';
import type { MarkField } from '@/domain/differences';
import { lastDeed, lastTouch, type Touch } from '@/domain/touch';
import type { CardDesk } from './card-desk';
import { recentWords } from './moment-words';

/** Who did what to a mark since a version of it, in words. Nobody is named until the history has come. */
export interface Touches {
  /** `Demo Reviewer, 14:02`; `you in another window, 14:02` for oneself. */
  readonly of: (field: MarkField) => string | undefined;
  readonly changes: readonly Change[];
  /** Everybody who touched any of the fields, as the subject of a sentence: `Demo Reviewer and Nora`. */
  readonly names: (fields: readonly MarkField[]) => string;
  /** Who did it last, as the subject of a sentence, and when; undefined when nobody did or it is not known. */
  readonly deed: (action: Change['action']) => { readonly name: string; readonly when: string } | undefined;
}

/** What happened to `current` after version `since`. */
export function useTouches({ me }: CardDesk, current: Annotation, since: number): Touches {
  const { data } = useQuery({
    ...annotationChangesQuery(current.id, since, current.version),
    enabled: current.version > since,
  });
  return useMemo(() => {
    const changes = data ?? [];
    const { timeZone } = me.settings;
    const when = ({ at }: Touch) => recentWords(at, timeZone, Date.now());
    const nameOf = ({ by }: Touch) => (by.id === me.id ? 'you in another window' : by.name);
    return {
      changes,
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
  }, [data, me]);
}

/** Names as the subject that begins a sentence, each once. */
function subject(names: readonly string[]): string {
  const [first = 'somebody', ...others] = [...new Set(names)];
  const last = others.pop();
  const joined = last === undefined ? first : `${[first, ...others].join(', ')} and ${last}`;
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}
