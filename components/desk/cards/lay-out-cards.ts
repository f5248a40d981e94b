/** Where cards stand: level with their marks, never overlapping, the chosen one exactly level. */

/** A card to place; lengths in px. */
export interface CardToPlace {
  readonly id: string;
  /** The y of its mark in the column. */
  readonly level: number;
  readonly height: number;
}

/**
 * The y of each card, for cards in the order of their marks. Without a chosen card each stands at its level or just
 * below the card before it. The chosen card stands exactly at its level and pushes: those before it upwards, those after
 * it downwards. Only where the ones before it would not fit between the column's top and it does it stand lower, by
 * just as much as they need.
 */
export function layOutCards(
  cards: readonly CardToPlace[],
  chosenId: string | undefined,
  gap: number,
): ReadonlyMap<string, number> {
  const chosenAt = cards.findIndex(({ id }) => id === chosenId);
  const tops = downwards(cards, 0, gap);
  const chosen = cards[chosenAt];
  if (chosen !== undefined) {
    const before = cards.slice(0, chosenAt);
    const room = before.reduce((sum, card) => sum + card.height + gap, 0);
    const chosenTop = Math.max(chosen.level, room);
    tops.set(chosen.id, chosenTop);
    let ceiling = chosenTop;
    for (const card of before.toReversed()) {
      ceiling = Math.min(tops.get(card.id) ?? 0, ceiling - gap - card.height);
      tops.set(card.id, ceiling);
    }
    const after = downwards(cards.slice(chosenAt + 1), chosenTop + chosen.height + gap, gap);
    for (const [id, top] of after) tops.set(id, top);
  }
  return tops;
}

/** Each card at its level or below the one before it, none above `from`. */
function downwards(cards: readonly CardToPlace[], from: number, gap: number): Map<string, number> {
  const tops = new Map<string, number>();
  let free = from;
  for (const { id, level, height } of cards) {
    const top = Math.max(level, free);
    tops.set(id, top);
    free = top + height + gap;
  }
  return tops;
}
