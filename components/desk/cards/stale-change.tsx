import { ClashRegion } from '@/components/clash/clash-region';
import { patchBetween } from '@/components/data/patch-between';
import type { Write } from '@/components/data/write';
import { toast } from '@/components/ui/toast';
import type { Annotation } from '@/domain/annotation';
import type { MarkField } from '@/domain/differences';
import { type Choice, meetMarks, withField } from '@/domain/mark-meeting';
import type { MetField } from '@/domain/meeting';
import { CameIn } from './came-in';
import type { CardDesk } from './card-desk';
import { FieldClashes } from './field-clashes';
import { fieldLabel } from './field-words';
import { useTouches } from './use-touches';

/** Both changed the same fields: theirs and mine beside one another, and what of theirs came in by itself. */
export function StaleChange({
  desk,
  write,
  current,
}: {
  readonly desk: CardDesk;
  readonly write: Write;
  readonly current: Annotation;
}) {
  const { clashes, theirs } = meetMarks(write.seen, current, write.wanted);
  const touches = useTouches(desk, current, write.seen.version);
  const { kind } = current;
  const fields = clashes.map(({ field }) => field);

  function choose(choices: readonly Choice[]): void {
    desk.actions.writes.decide(write.key, current.version, choices);
    const taken = choices.filter(({ take }) => take === 'theirs').map(({ field }) => field);
    offerBack(clashes.filter(({ field }) => taken.includes(field)));
  }

  /** What somebody typed is one press away even after they let it go. */
  function offerBack(dropped: readonly MetField<MarkField>[]): void {
    if (dropped.length === 0) return;
    const mine = dropped.reduce((mark, clash) => withField(mark, clash.field, clash.mine), current);
    const names = dropped.map(({ field }) => fieldLabel(kind, field)).join(', ');
    toast(`${names}: theirs taken`, {
      action: {
        label: 'Back to mine',
        run: () => desk.actions.writes.change(current, patchBetween(current, mine)),
      },
    });
  }

  return (
    <ClashRegion
      title={`${touches.names(fields)} changed ${fields.length === 1 ? 'the same field' : 'the same fields'}`}
      count={clashes.length}
      all={
        clashes.length > 1
          ? { onTake: (take) => choose(fields.map((field) => ({ field, take }))) }
          : undefined
      }
    >
      <FieldClashes clashes={clashes} kind={kind} by={touches.of} onChoose={(choice) => choose([choice])} />
      <CameIn fields={theirs.map(({ field }) => field)} kind={kind} touches={touches} />
    </ClashRegion>
  );
}
