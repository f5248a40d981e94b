/** What every part of a card needs to know of its desk. */
import type { Me } from '@/components/data/me';
import type { MarkActions } from '@/components/desk/use-mark-actions';
import type { Annotation } from '@/domain/annotation';
import type { Article } from '@/domain/article';
import type { FoundName } from '@/domain/find-names';

export interface CardDesk {
  readonly article: Article;
  readonly me: Me;
  /** All marks that stand, as shown, in text order. */
  readonly marks: readonly Annotation[];
  readonly actions: MarkActions;
  /** The names in the text; found when first asked for. */
  readonly names: () => readonly FoundName[];
}

/** A part of a card: the desk, and the mark that the card is about. */
export interface CardPart {
  readonly desk: CardDesk;
  readonly mark: Annotation;
}
