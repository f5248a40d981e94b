import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { BoardFilter } from './board-filter';

/** Where the list would be: why it is empty and what to do. */
export function NoStories({
  filter,
  onShow,
}: {
  filter: BoardFilter;
  onShow: (filter: BoardFilter) => void;
}) {
  if (filter.search !== '') {
    return (
      <EmptyState
        title={`No headline with “${filter.search}”`}
        action={<Button onClick={() => onShow({ ...filter, search: '' })}>Clear the search</Button>}
      >
        {filter.list === 'all' ? 'Archived stories are searched apart.' : 'Only this list was searched.'}
      </EmptyState>
    );
  }
  switch (filter.list) {
    case 'all':
      return (
        <EmptyState
          title="The desk is clear"
          action={
            <LinkButton href="/articles/new" variant="primary">
              New article
            </LinkButton>
          }
        >
          Paste a story or drop a file, mark what is said, claimed and happening, and have it reviewed.
        </EmptyState>
      );
    case 'inReview':
      return (
        <EmptyState title="Nothing is in review" action={<ShowAll filter={filter} onShow={onShow} />}>
          A story is in review once the first of its marks is decided on.
        </EmptyState>
      );
    case 'ready':
      return (
        <EmptyState title="Nothing is ready yet" action={<ShowAll filter={filter} onShow={onShow} />}>
          A story is ready when all of its marks are approved or rejected.
        </EmptyState>
      );
    case 'archived':
      return (
        <EmptyState title="Nothing is archived" action={<ShowAll filter={filter} onShow={onShow} />}>
          Stories that are done with can be archived from their desk; nothing is ever erased.
        </EmptyState>
      );
  }
}

function ShowAll({ filter, onShow }: { filter: BoardFilter; onShow: (filter: BoardFilter) => void }) {
  return <Button onClick={() => onShow({ ...filter, list: 'all' })}>Show all stories</Button>;
}
