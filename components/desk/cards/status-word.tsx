import type { AnnotationStatus } from '@/domain/annotation';
import { statusWords } from '@/domain/words';

const looks = {
  pending: { sign: undefined, ink: 'text-faint' },
  approved: { sign: '✓', ink: 'text-good' },
  rejected: { sign: '✕', ink: 'text-faint' },
  changesRequested: { sign: '↩', ink: 'text-bad' },
} as const satisfies Record<AnnotationStatus, { sign: string | undefined; ink: string }>;

/** A mark's status in a word, with its sign. */
export function StatusWord({ status }: { readonly status: AnnotationStatus }) {
  const { sign, ink } = looks[status];
  return (
    <span className={`whitespace-nowrap text-xs ${ink}`}>
      {sign !== undefined && <span aria-hidden="true">{sign} </span>}
      {statusWords[status]}
    </span>
  );
}
