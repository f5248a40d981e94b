'use client';

import { useAnnotations } from '@/components/data/annotation-writes';
import { useDeskState, useDeskStore } from '@/components/desk/desk-state';
import { countWords, nextTold } from './told';

/** How much others did that one has not seen yet, and the way through it. Nothing while one has seen everything. */
export function ToldLine({ articleId }: { readonly articleId: string }) {
  const desk = useDeskStore();
  const unseen = useDeskState((state) => state.unseen);
  const annotations = useAnnotations(articleId);
  if (unseen.length === 0) return null;

  function walk(): void {
    const { chosenId, choose, see } = desk.get();
    const order = annotations.map(({ id }) => id);
    const next = nextTold(unseen, order, chosenId);
    // Of what does not stand any more, there is no more to see than that.
    see(({ markId }) => markId === next || markId === undefined || !order.includes(markId));
    if (next !== undefined) choose(next, 'key');
  }

  return (
    <button
      type="button"
      onClick={walk}
      className="min-w-0 truncate rounded-sm px-1 text-pencil text-sm underline-offset-2 hover:underline pointer-coarse:min-h-11"
    >
      <span className="max-sm:sr-only">
        {countWords(unseen)}
        <span className="sr-only">. Show the next</span>
      </span>
      <span aria-hidden="true" className="sm:hidden">
        {unseen.length} new
      </span>
    </button>
  );
}
