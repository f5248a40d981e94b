import { useState } from 'react';
import { FieldClash } from '@/components/clash/field-clash';
import type { MarkField } from '@/domain/differences';
import type { Kind } from '@/domain/kinds';
import type { Choice } from '@/domain/mark-meeting';
import type { MetField } from '@/domain/meeting';
import { joinedLists, rewordable, sideWritten } from './clash-words';
import { fieldLabel } from './field-words';

/** The fields of a mark in which theirs and mine clash, each with its keys. */
export function FieldClashes({
  clashes,
  kind,
  by,
  onChoose,
}: {
  readonly clashes: readonly MetField<MarkField>[];
  /** By which details are named. */
  readonly kind: Kind;
  /** Whose theirs is, and when. */
  readonly by: (field: MarkField) => string | undefined;
  readonly onChoose: (choice: Choice) => void;
}) {
  const [focused, setFocused] = useState<MarkField>();
  const current = clashes.find(({ field }) => field === focused) ?? clashes[0];
  return clashes.map((clash) => {
    const { field } = clash;
    const lists = joinedLists(clash);
    const mostCharacters = rewordable.get(field);
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: it only watches which of the fields has the focus.
      <div key={field} onFocus={() => setFocused(field)}>
        <FieldClash
          label={fieldLabel(kind, field)}
          before={sideWritten(kind, clash, 'before')}
          theirs={sideWritten(kind, clash, 'theirs')}
          mine={sideWritten(kind, clash, 'mine')}
          by={by(field)}
          hasKeys={clash === current}
          onTake={(take) => onChoose({ field, take })}
          both={
            lists !== undefined
              ? { is: 'joined', onJoin: () => onChoose({ field, take: 'anew', value: lists }) }
              : mostCharacters !== undefined
                ? {
                    is: 'reworded',
                    mostCharacters,
                    onReword: (text) =>
                      onChoose({ field, take: 'anew', value: text === '' ? undefined : text }),
                  }
                : undefined
          }
        />
      </div>
    );
  });
}
