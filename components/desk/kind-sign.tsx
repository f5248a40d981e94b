import type { Kind } from '@/domain/kinds';
import { kindSigns } from '@/domain/words';

/** The sign of a kind in the kind's colour, for eyes only: the kind's word stands beside it. */
export function KindSign({ kind }: { readonly kind: Kind }) {
  return (
    <span aria-hidden="true" className="kind-sign" data-kind={kind}>
      {kindSigns[kind]}
    </span>
  );
}
