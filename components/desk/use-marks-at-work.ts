import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { annotationChangesQuery } from '@/components/data/annotation-changes';
import { compareInText } from '@/components/data/apply-unsent';
import { Annotation } from '@/domain/annotation';
import type { Change } from '@/domain/change';
import { useDrafts } from './cards/drafts';
import { useDeskState } from './desk-state';

/**
 * The marks that stand, and with them those that somebody else deleted while the person was filling them in: they stay
 * where they are, with `deletedAt`, until the person has said what becomes of what was typed.
 */
export function useMarksAtWork(
  articleId: string,
  standing: readonly Annotation[],
  me: { readonly id: string },
): readonly Annotation[] {
  const editingId = useDeskState(({ editingId: id, deciding }) => id ?? deciding?.id);
  const drafts = useDrafts();
  const edited = useLastSeen(standing, editingId);
  const missing = useMemo(() => {
    const drafted = [...drafts.values()].map(({ opened }) => opened);
    const atWork = new Map(
      [...drafted, ...(edited === undefined ? [] : [edited])].map((mark) => [mark.id, mark]),
    );
    for (const { id } of standing) atWork.delete(id);
    return [...atWork.values()].filter((mark) => mark.articleId === articleId);
  }, [articleId, drafts, edited, standing]);
  const gone = useQueries({
    queries: missing.map(({ id, version }) =>
      annotationChangesQuery(id, version - 1, Number.MAX_SAFE_INTEGER),
    ),
    combine: (answers) => answers.map(({ data }) => data),
  });
  return useMemo(() => {
    const kept = missing.flatMap((mark, at) => deletedByOther(gone[at], me) ?? (mark === edited ? mark : []));
    return kept.length === 0 ? standing : [...standing, ...kept].toSorted(compareInText);
  }, [standing, missing, gone, edited, me]);
}

/** The mark with this id as it was when it last stood; undefined where none is asked for or none was seen. */
function useLastSeen(standing: readonly Annotation[], id: string | undefined): Annotation | undefined {
  const [last, setLast] = useState<Annotation>();
  const mark = id === undefined ? undefined : standing.find((one) => one.id === id);
  if (mark !== undefined && mark !== last) setLast(mark);
  return mark ?? (last?.id === id ? last : undefined);
}

/** The mark as somebody else deleted it; undefined when it is not known yet, or it was this person. */
function deletedByOther(
  changes: readonly Change[] | undefined,
  me: { readonly id: string },
): Annotation | undefined {
  const newest = changes?.at(-1);
  if (newest?.action !== 'annotation.deleted' || newest.by.id === me.id) return undefined;
  return Annotation.safeParse(newest.after).data;
}
