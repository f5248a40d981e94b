import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardToPlace, layOutCards } from './lay-out-cards';

const GAP = 8;

const columns = fc
  .array(fc.record({ level: fc.integer({ min: 0, max: 3000 }), height: fc.integer({ min: 20, max: 400 }) }), {
    minLength: 1,
    maxLength: 30,
  })
  .map((cards) =>
    cards.toSorted((a, b) => a.level - b.level).map((card, at): CardToPlace => ({ ...card, id: String(at) })),
  );

function tops(cards: readonly CardToPlace[], chosenId?: string): number[] {
  const placed = layOutCards(cards, chosenId, GAP);
  return cards.map(({ id }) => placed.get(id) ?? Number.NaN);
}

describe('cards', () => {
  it('stand level where there is room', () => {
    const cards = [
      { id: 'a', level: 10, height: 50 },
      { id: 'b', level: 200, height: 50 },
    ];
    expect(tops(cards)).toEqual([10, 200]);
  });

  it('give way to the chosen one, upwards and downwards', () => {
    const cards = [
      { id: 'a', level: 100, height: 50 },
      { id: 'b', level: 110, height: 50 },
      { id: 'c', level: 120, height: 50 },
    ];
    expect(tops(cards, 'b')).toEqual([52, 110, 168]);
  });

  it('keep order and gap and stay in the column, whoever is chosen', () => {
    fc.assert(
      fc.property(columns, fc.option(fc.nat(30)), (cards, pick) => {
        const placed = tops(cards, pick === null ? undefined : cards[pick % cards.length]?.id);
        for (const [at, card] of cards.entries()) {
          const top = placed[at] ?? Number.NaN;
          expect(top).toBeGreaterThanOrEqual(0);
          const next = placed[at + 1];
          if (next !== undefined) expect(next).toBeGreaterThanOrEqual(top + card.height + GAP);
        }
      }),
    );
  });

  it('place the chosen one exactly level wherever those before it fit above', () => {
    fc.assert(
      fc.property(columns, fc.nat(30), (cards, pick) => {
        const at = pick % cards.length;
        const chosen = cards[at];
        const needed = cards.slice(0, at).reduce((sum, { height }) => sum + height + GAP, 0);
        fc.pre(chosen !== undefined && needed <= chosen.level);
        expect(tops(cards, chosen?.id)[at]).toBe(chosen?.level);
      }),
    );
  });

  it('never stand lower than they must: alone, each is at its level', () => {
    fc.assert(
      fc.property(columns, (cards) => {
        const first = cards[0];
        expect(tops(cards)[0]).toBe(first?.level);
      }),
    );
  });
});
