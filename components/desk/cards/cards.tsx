'use client';

import { useMemo } from 'react';
import type { Me } from '@/components/data/me';
import { useDeskState } from '@/components/desk/desk-state';
import { useMarkActions } from '@/components/desk/use-mark-actions';
import type { Annotation } from '@/domain/annotation';
import type { Article } from '@/domain/article';
import { findNames } from '@/domain/find-names';
import { passes } from '@/domain/mark-filter';
import { CardColumn } from './card-column';
import { CardSheet } from './card-sheet';

export interface CardsProps {
  readonly article: Article;
  /** All marks that stand, as shown, in text order; the filter is applied here. */
  readonly annotations: readonly Annotation[];
  readonly me: Me;
  /** The y of a mark in px from the top of the column; undefined where the text does not know it. */
  readonly levelOf: (annotationId: string) => number | undefined;
  /** A column beside the text, or on a phone the chosen card in a sheet at the bottom. */
  readonly variant?: 'column' | 'sheet';
}

/** The cards of an article's marks. */
export function Cards({ article, annotations, me, levelOf, variant = 'column' }: CardsProps) {
  const filters = useDeskState((state) => state.filters);
  const chosenId = useDeskState((state) => state.chosenId);
  const actions = useMarkActions(article, annotations, me);
  const { text } = article.revision;
  const names = useMemo(() => onFirstUse(() => findNames(text)), [text]);
  const desk = useMemo(
    () => ({ article, me, marks: annotations, actions, names }),
    [article, me, annotations, actions, names],
  );
  const shown = useMemo(
    () =>
      annotations.filter(
        ({ id, kind, status, author }) =>
          id === chosenId || passes(filters, { kind, status, authorId: author.id }),
      ),
    [annotations, filters, chosenId],
  );
  if (variant === 'sheet') return <CardSheet desk={desk} marks={shown} />;
  return <CardColumn desk={desk} marks={shown} levelOf={levelOf} />;
}

/** The value made when it is first asked for, the same from then on. */
function onFirstUse<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
