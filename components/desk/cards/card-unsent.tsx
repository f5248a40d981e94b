import { useUnsentOf } from '@/components/data/annotation-writes';
import { needsPerson } from '@/components/data/unsent';
import type { Write } from '@/components/data/write';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type Difference, differences } from '@/domain/differences';
import { meetMarks } from '@/domain/mark-meeting';
import { decisionWords } from '@/domain/words';
import type { CardPart } from './card-desk';
import { DifferenceList } from './difference-list';
import { fieldLabel, valueWritten } from './field-words';

/** What of this mark the desk refused or somebody else changed meanwhile, and what can be done about it. */
export function CardUnsent({ desk, mark }: CardPart) {
  const open = useUnsentOf(desk.article.id, mark.id).filter(needsPerson);
  return open.map((write) => <OpenWrite key={write.key} desk={desk} write={write} />);
}

function OpenWrite({ desk, write }: { readonly desk: CardPart['desk']; readonly write: Write }) {
  const { insist, discard } = desk.actions.writes;
  const { standing } = write;
  if (standing.is === 'stale') {
    return <StaleWrite write={write} current={standing.current} desk={desk} />;
  }
  if (standing.is !== 'refused') return null;
  const { message, errors } = standing.refused;
  return (
    <Notice tone="bad" title={`Not saved: ${askWords(write)}`}>
      <p>{message}</p>
      {errors.length > 0 && (
        <ul className="mt-1 list-disc pl-4">
          {errors.map(({ path, message: fault }) => (
            <li key={`${path} ${fault}`}>
              {path} {fault}
            </li>
          ))}
        </ul>
      )}
      <div className="mt-2 flex gap-1.5">
        <Button onClick={() => insist(write.key)}>Try again</Button>
        <Button variant="danger" onClick={() => discard(write.key)}>
          Discard
        </Button>
      </div>
    </Notice>
  );
}

function StaleWrite({
  desk,
  write,
  current,
}: {
  readonly desk: CardPart['desk'];
  readonly write: Write;
  readonly current: Write['seen'];
}) {
  const { insist, discard } = desk.actions.writes;
  const theirs = differences(write.seen, current);
  const mine = write.ask.type === 'change' ? differences(write.seen, write.wanted) : [];
  const clashes = new Set(meetMarks(write.seen, current, write.wanted).clashes.map(({ field }) => field));
  const both = theirs.filter(({ field }) => clashes.has(field));
  const who = current.lastChangedBy.id === desk.me.id ? 'It was' : `${current.lastChangedBy.name}`;
  const title =
    current.review !== undefined && theirs.length === 0
      ? `${current.review.by.name} ${decisionWords[current.review.decision]} meanwhile`
      : who === 'It was'
        ? 'It was changed meanwhile'
        : `${who} changed it meanwhile`;
  return (
    <Notice tone="warning" title={title}>
      {mine.length > 0 && both.length > 0 ? (
        <BothWays theirs={both} mine={mine} write={write} current={current} />
      ) : (
        <DifferenceList differences={theirs} kinds={{ before: write.seen.kind, after: current.kind }} />
      )}
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Button variant="primary" onClick={() => insist(write.key)}>
          {insistWords(write)}
        </Button>
        <Button onClick={() => discard(write.key)}>
          {write.ask.type === 'change' ? 'Take theirs' : 'Leave it'}
        </Button>
      </div>
    </Notice>
  );
}

/** Theirs and mine side by side, for the fields that both changed. */
function BothWays({
  theirs,
  mine,
  write,
  current,
}: {
  readonly theirs: readonly Difference[];
  readonly mine: readonly Difference[];
  readonly write: Write;
  readonly current: Write['seen'];
}) {
  return (
    <dl className="mt-1 grid gap-1.5">
      {theirs.map(({ field, after }) => {
        const my = mine.find((one) => one.field === field);
        return (
          <div key={field} className="grid gap-0.5">
            <dt className="text-soft text-sm">{fieldLabel(current.kind, field)}</dt>
            <dd>Theirs: {valueWritten(current.kind, field, after) || 'nothing'}</dd>
            {my !== undefined && (
              <dd>Yours: {valueWritten(write.wanted.kind, field, my.after) || 'nothing'}</dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}

function askWords({ ask }: Write): string {
  switch (ask.type) {
    case 'create':
      return 'the new mark';
    case 'change':
      return 'your change';
    case 'remove':
      return 'the deletion';
    case 'restore':
      return 'the restoration';
    case 'review':
      return 'your decision';
  }
}

function insistWords({ ask }: Write): string {
  switch (ask.type) {
    case 'remove':
      return 'Delete it all the same';
    case 'review':
      return reviewWords[ask.review.decision];
    default:
      return 'Apply mine on top';
  }
}

const reviewWords = {
  approve: 'Approve it as it is now',
  reject: 'Reject it as it is now',
  requestChanges: 'Request changes all the same',
  withdraw: 'Withdraw all the same',
} as const;
