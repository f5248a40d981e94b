import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deletedAnnotationsQuery } from '@/components/data/annotations';
import { sayFailure } from '@/components/data/failure-words';
import { useUnsent } from '@/components/data/unsent-stores';
import { Button } from '@/components/ui/button';
import { capitalised, kindWords } from '@/domain/words';
import { describeCard } from './cards/describe-card';
import type { MarkActions } from './use-mark-actions';

/** The marks that were deleted, each with the way back. Read when somebody opens the list. */
export function DeletedMarks({
  articleId,
  actions,
}: {
  readonly articleId: string;
  readonly actions: MarkActions;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer font-semibold text-faint text-xs">Deleted marks</summary>
      {open && <DeletedList articleId={articleId} actions={actions} />}
    </details>
  );
}

function DeletedList({ articleId, actions }: { readonly articleId: string; readonly actions: MarkActions }) {
  const { data, error, isPending } = useQuery(deletedAnnotationsQuery(articleId));
  const { writes } = useUnsent(articleId);
  if (error !== null) return <p className="mt-2 text-bad">{sayFailure(error)}</p>;
  if (isPending) return <p className="mt-2 text-soft">Reading…</p>;
  const returning = new Set(
    writes.filter(({ ask }) => ask.type === 'restore').map(({ annotationId }) => annotationId),
  );
  const deleted = data.items.filter(({ id }) => !returning.has(id));
  if (deleted.length === 0)
    return <p className="mt-2 text-soft">None. What you delete can be restored here.</p>;
  return (
    <ul className="mt-2 grid gap-2">
      {deleted.map((mark) => (
        <li key={mark.id} className="grid gap-1">
          <span className="min-w-0 truncate text-soft">
            {capitalised(kindWords[mark.kind])}: <span dir="auto">{describeCard(mark).title}</span>
          </span>
          <Button className="justify-self-start" onClick={() => actions.restore(mark)}>
            Restore
          </Button>
        </li>
      ))}
    </ul>
  );
}
