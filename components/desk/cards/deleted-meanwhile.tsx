import { ClashRegion } from '@/components/clash/clash-region';
import { TwoWays } from '@/components/clash/two-ways';
import type { Ask, Write } from '@/components/data/write';
import { toast } from '@/components/ui/toast';
import type { Annotation } from '@/domain/annotation';
import { differences } from '@/domain/differences';
import type { CardDesk } from './card-desk';
import { DifferenceList } from './difference-list';
import { useTouches } from './use-touches';

/** Somebody deleted the mark that the person changed or decided on: back with it, or gone as they wanted. */
export function DeletedMeanwhile({
  desk,
  write,
  current,
}: {
  readonly desk: CardDesk;
  readonly write: Write;
  readonly current: Annotation;
}) {
  const touches = useTouches(desk, current, write.seen.version);
  const { writes } = desk.actions;
  const { seen, wanted, ask } = write;
  const mine = ask.type === 'change' ? differences(seen, wanted) : [];
  const theirs = differences(seen, current);

  function take(side: 'theirs' | 'mine'): void {
    if (side === 'mine') writes.revive(write, current);
    else {
      writes.discard(write.key);
      toast('The mark stays deleted', { action: { label: 'Restore it after all', run: bringBack } });
    }
  }

  function bringBack(): void {
    writes.restore(current);
    if (ask.type === 'change') writes.change(seen, ask.patch);
    if (ask.type === 'review') writes.review(seen, ask.review);
  }

  const deed = touches.deed('annotation.deleted');
  return (
    <ClashRegion
      title={deed === undefined ? 'This mark was deleted' : `${deed.name} deleted this mark at ${deed.when}`}
      count={1}
    >
      <p className="text-ink">{offers[ask.type]}</p>
      {mine.length > 0 && (
        <Differing title="Your change" differences={mine} kinds={{ before: seen.kind, after: wanted.kind }} />
      )}
      {theirs.length > 0 && (
        <Differing
          title="Changed before it was deleted"
          differences={theirs}
          kinds={{ before: seen.kind, after: current.kind }}
        />
      )}
      <TwoWays mine="Restore it" theirs="Let it go" onTake={take} />
    </ClashRegion>
  );
}

function Differing({ title, ...list }: { readonly title: string } & Parameters<typeof DifferenceList>[0]) {
  return (
    <section aria-label={title} className="rounded-md border border-line bg-sheet p-2">
      <p className="mb-1 font-semibold text-sm">{title}</p>
      <DifferenceList {...list} />
    </section>
  );
}

const offers = {
  create: 'Restore it, or let it go.',
  change: 'Restore it with your change, or let it go.',
  remove: 'Restore it, or let it go.',
  restore: 'Restore it, or let it go.',
  review: 'Restore it with your decision, or let it go.',
} as const satisfies Record<Ask['type'], string>;
