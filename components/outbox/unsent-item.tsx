import type { OpenBox } from '@/components/data/outbox/outbox';
import { needsPerson, type Write } from '@/components/data/write';
import { describeCard } from '@/components/desk/cards/describe-card';
import { Button } from '@/components/ui/button';
import { capitalised, kindWords } from '@/domain/words';
import { askWords } from './ask-words';
import { DiscardButton } from './discard-button';

/** One unsent change: what it is about, why it is not on the desk, and what can be done about it. */
export function UnsentItem({
  box: { articleId, store },
  write,
  onLeave,
  onDownload,
}: {
  readonly box: OpenBox;
  readonly write: Write;
  /** Called when the person goes to the mark. */
  readonly onLeave: () => void;
  readonly onDownload: () => void;
}) {
  const { key, ask, wanted, standing, annotationId } = write;
  return (
    <li className="grid gap-1 py-2.5">
      <p className="flex min-w-0 items-baseline gap-1.5">
        <span className="font-medium">{askWords[ask.type]}</span>
        <span className="min-w-0 truncate text-soft">
          {capitalised(kindWords[wanted.kind])}: <span dir="auto">{describeCard(wanted).title}</span>
        </span>
      </p>
      <p className={needsPerson(write) ? 'text-bad' : 'text-soft'}>{standingWords(write)}</p>
      {standing.is === 'refused' && standing.refused.errors.length > 0 && (
        <ul className="list-disc pl-4 text-soft">
          {standing.refused.errors.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {path} {message}
            </li>
          ))}
        </ul>
      )}
      {needsPerson(write) && (
        <div className="mt-1 flex flex-wrap items-center gap-1.5">
          <Button onClick={() => goToMark(articleId, annotationId, onLeave)}>Go to the mark</Button>
          <Button
            onClick={() => store.insist(key, standing.is === 'stale' ? standing.current.version : undefined)}
          >
            {standing.is === 'stale' ? 'Send it all the same' : 'Try again'}
          </Button>
          <Button onClick={onDownload}>Download</Button>
          <DiscardButton onDiscard={() => store.discard(key)} />
        </div>
      )}
    </li>
  );
}

function standingWords({ standing }: Write): string {
  switch (standing.is) {
    case 'waiting':
      return 'Waits to be sent.';
    case 'sending':
      return 'Is being sent.';
    case 'refused':
      return standing.refused.message;
    case 'stale':
      return standing.current.deletedAt === undefined
        ? `${standing.current.lastChangedBy.name} changed the same thing meanwhile.`
        : 'The mark was deleted meanwhile.';
  }
}

/** The mark is chosen by the address's fragment, on the page that is open or on its own. */
function goToMark(articleId: string, annotationId: string, onLeave: () => void): void {
  onLeave();
  const isHere = document.querySelector(`[data-article="${articleId}"]`) !== null;
  if (isHere) window.location.hash = annotationId;
  else window.location.assign(`/articles/${articleId}#${annotationId}`);
}
