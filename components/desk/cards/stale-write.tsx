import type { Write } from '@/components/data/write';
import type { Annotation } from '@/domain/annotation';
import type { CardDesk } from './card-desk';
import { DeletedMeanwhile } from './deleted-meanwhile';
import { StaleChange } from './stale-change';
import { StaleDeed } from './stale-deed';

/** A write that would have undone, unseen, what somebody else did: what that was, and the ways on. */
export function StaleWrite(part: {
  readonly desk: CardDesk;
  readonly write: Write;
  /** The mark as they left it. */
  readonly current: Annotation;
}) {
  if (part.current.deletedAt !== undefined) return <DeletedMeanwhile {...part} />;
  return part.write.ask.type === 'change' ? <StaleChange {...part} /> : <StaleDeed {...part} />;
}
