import type { MarkField } from '@/domain/differences';
import type { Kind } from '@/domain/kinds';
import { fieldLabel } from './field-words';
import type { Touches } from './touches';

/** What others changed and nobody has to decide on: it is in the mark already. Nothing where there is nothing. */
export function CameIn({
  fields,
  kind,
  touches,
}: {
  readonly fields: readonly MarkField[];
  /** By which details are named. */
  readonly kind: Kind;
  readonly touches: Touches;
}) {
  if (fields.length === 0) return null;
  return (
    <p className="text-soft text-sm">
      Came in meanwhile:{' '}
      {fields
        .map((field) => {
          const by = touches.of(field);
          return by === undefined ? fieldLabel(kind, field) : `${fieldLabel(kind, field)} (${by})`;
        })
        .join('; ')}
    </p>
  );
}
