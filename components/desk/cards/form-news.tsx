import { ClashRegion } from '@/components/clash/clash-region';
import { TwoWays } from '@/components/clash/two-ways';
import type { Annotation } from '@/domain/annotation';
import { decisionWords } from '@/domain/words';
import type { CardPart } from './card-desk';
import type { Touches } from './touches';

/** What became of the mark as a whole while its form is open: deleted, or decided on. Nothing otherwise. */
export function FormNews({
  mark,
  since,
  touches,
  onRestore,
  onLetGo,
}: Pick<CardPart, 'mark'> & {
  /** The mark as the form was opened on it. */
  readonly since: Annotation;
  readonly touches: Touches;
  readonly onRestore: () => void;
  readonly onLetGo: () => void;
}) {
  if (mark.deletedAt !== undefined) {
    const deed = touches.deed('annotation.deleted');
    return (
      <ClashRegion
        title={
          deed === undefined ? 'This mark was deleted' : `${deed.name} deleted this mark at ${deed.when}`
        }
        count={1}
      >
        <p>Restore it with your change, or let it go. What you typed stays here until then.</p>
        <TwoWays
          mine="Restore it"
          theirs="Let it go"
          onTake={(side) => (side === 'mine' ? onRestore() : onLetGo())}
        />
      </ClashRegion>
    );
  }
  const { review } = mark;
  if (review === undefined || review.at === since.review?.at) return null;
  return (
    <p role="status" className="text-soft text-sm">
      <span className="font-semibold text-ink">{review.by.name}</span> {decisionWords[review.decision]}{' '}
      meanwhile. Saving a change of the details opens it again.
    </p>
  );
}
