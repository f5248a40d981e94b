import { useUnsentOf } from '@/components/data/annotation-writes';
import { needsPerson, type Write } from '@/components/data/write';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { CardPart } from './card-desk';
import { StaleWrite } from './forms';

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
    <Notice tone="bad" title={`Not saved: ${askWords[write.ask.type]}`}>
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

const askWords = {
  create: 'the new mark',
  change: 'your change',
  remove: 'the deletion',
  restore: 'the restoration',
  review: 'your decision',
} as const satisfies Record<Write['ask']['type'], string>;
