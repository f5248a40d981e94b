import type { MarkField } from '@/domain/differences';
import type { Kind } from '@/domain/kinds';
import type { Choice } from '@/domain/mark-meeting';
import type { MetField } from '@/domain/meeting';
import { CameIn } from './came-in';
import { FieldClashes } from './field-clashes';
import type { Touches } from './touches';

/** Below some fields of an open form: what others made of them meanwhile. Nothing where they did nothing. */
export function FormAside({
  kind,
  fields,
  clashes,
  cameIn,
  touches,
  onChoose,
}: {
  readonly kind: Kind;
  readonly fields: readonly MarkField[];
  /** Of all fields, those that wait for the person. */
  readonly clashes: readonly MetField<MarkField>[];
  /** Of all fields, those that follow what others made of them. */
  readonly cameIn: readonly MarkField[];
  readonly touches: Touches;
  readonly onChoose: (choice: Choice) => void;
}) {
  const isHere = (field: MarkField) => fields.includes(field);
  const here = clashes.filter(({ field }) => isHere(field));
  return (
    <>
      {here.length > 0 && (
        <div className="@container grid gap-1.5 rounded-md bg-warn-wash p-1.5">
          <FieldClashes clashes={here} kind={kind} by={touches.of} isBesideField onChoose={onChoose} />
        </div>
      )}
      <CameIn fields={cameIn.filter(isHere)} kind={kind} touches={touches} />
    </>
  );
}
