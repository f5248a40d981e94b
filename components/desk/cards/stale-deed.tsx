import { ClashRegion } from '@/components/clash/clash-region';
import { TwoWays } from '@/components/clash/two-ways';
import type { Ask, Write } from '@/components/data/write';
import type { Annotation } from '@/domain/annotation';
import { differences } from '@/domain/differences';
import { decisionWords } from '@/domain/words';
import type { CardDesk } from './card-desk';
import { DifferenceList } from './difference-list';
import type { Touches } from './touches';
import { useTouches } from './use-touches';

/** The person deleted or decided on a mark that had changed: what changed, and the deed again with one key, or not. */
export function StaleDeed({
  desk,
  write,
  current,
}: {
  readonly desk: CardDesk;
  readonly write: Write;
  readonly current: Annotation;
}) {
  const touches = useTouches(desk, current, write.seen.version);
  const theirs = differences(write.seen, current);
  const { insist, discard } = desk.actions.writes;
  return (
    <ClashRegion title={titleOf(write, current, touches)} count={1}>
      {theirs.length > 0 && (
        <div className="rounded-md border border-line bg-sheet p-2">
          <DifferenceList differences={theirs} kinds={{ before: write.seen.kind, after: current.kind }} />
        </div>
      )}
      <TwoWays
        mine={againWords(write.ask)}
        theirs={write.ask.type === 'remove' ? 'Keep the mark' : 'Leave it'}
        onTake={(side) => (side === 'mine' ? insist(write.key, current.version) : discard(write.key))}
      />
    </ClashRegion>
  );
}

function titleOf({ seen }: Write, current: Annotation, touches: Touches): string {
  const fields = differences(seen, current).map(({ field }) => field);
  const decided = touches.deed('annotation.reviewed');
  const { review } = current;
  if (fields.length > 0) return `${touches.names(fields)} changed it meanwhile`;
  if (review !== undefined) return `${review.by.name} ${decisionWords[review.decision]} meanwhile`;
  return `${decided?.name ?? 'Somebody'} withdrew the decision meanwhile`;
}

function againWords(ask: Ask): string {
  if (ask.type === 'remove') return 'Delete it all the same';
  return ask.type === 'review' ? reviewWords[ask.review.decision] : 'Do it all the same';
}

const reviewWords = {
  approve: 'Approve it as it is now',
  reject: 'Reject it as it is now',
  requestChanges: 'Request changes all the same',
  withdraw: 'Withdraw all the same',
} as const;
