import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { annotationChangesQuery } from '@/components/data/annotation-changes';
import type { Annotation } from '@/domain/annotation';
import type { CardDesk } from './card-desk';
import { type Touches, touchesOf } from './touches';

/** Who did what to `current` after version `since`. Nobody is named until the history has come. */
export function useTouches({ me }: CardDesk, current: Annotation, since: number): Touches {
  const { data } = useQuery({
    ...annotationChangesQuery(current.id, since, current.version),
    enabled: current.version > since,
  });
  return useMemo(() => touchesOf(data ?? [], me, Date.now()), [data, me]);
}
