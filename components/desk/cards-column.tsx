import type { Me } from '@/components/data/me';
import type { Annotation } from '@/domain/annotation';
import type { Article } from '@/domain/article';
import { Cards } from './cards/cards';
import { useIsWide } from './use-is-wide';
import type { LevelOf } from './use-mark-levels';

/** The cards: level with their marks where there is room, else the chosen one in a sheet under the thumb. */
export function CardsColumn(cards: {
  readonly article: Article;
  readonly annotations: readonly Annotation[];
  readonly me: Me;
  readonly levelOf: LevelOf;
}) {
  const isWide = useIsWide();
  return (
    <aside className="desk-cards" aria-label="Cards">
      <Cards {...cards} variant={isWide ? 'column' : 'sheet'} />
    </aside>
  );
}
