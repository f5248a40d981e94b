import { FieldClash } from '@/components/clash/field-clash';
import { useCurrentClash } from '@/components/clash/use-current-clash';
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
  isBesideField = false,
  onChoose,
}: {
  readonly clashes: readonly MetField<MarkField>[];
  /** By which details are named. */
  readonly kind: Kind;
  /** Whose theirs is, and when. */
  readonly by: (field: MarkField) => string | undefined;
  /** They stand beside the fields of an open form: what is typed there is mine, and keys are letters until one leaves it. */
  readonly isBesideField?: boolean;
  readonly onChoose: (choice: Choice) => void;
}) {
  const { current, focused, watch } = useCurrentClash(clashes.map(({ field }) => field));
  return clashes.map((clash) => {
    const { field } = clash;
    const lists = joinedLists(clash);
    const mostCharacters = isBesideField ? undefined : rewordable.get(field);
    return (
      <div key={field} {...watch(field)}>
        <FieldClash
          label={fieldLabel(kind, field)}
          before={sideWritten(kind, clash, 'before')}
          theirs={sideWritten(kind, clash, 'theirs')}
          mine={sideWritten(kind, clash, 'mine')}
          by={by(field)}
          hasKeys={field === (isBesideField ? focused : current)}
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
