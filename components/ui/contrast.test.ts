import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { personColours } from '@/components/presence/person-colours';
import { contrast, contrastUnderWash, distance, type Oklch } from './oklch';

type Theme = 'light' | 'dark';

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
const COLOUR = String.raw`oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)`;
const TOKEN = new RegExp(String.raw`--color-([\w-]+): light-dark\(${COLOUR}, ${COLOUR}\);`, 'g');
const tokens = new Map(
  [...css.matchAll(TOKEN)].map(([, name, ...numbers]) => {
    const [l = 0, c = 0, h = 0, darkL = 0, darkC = 0, darkH = 0] = numbers.map(Number);
    return [
      String(name),
      { light: [l / 100, c, h], dark: [darkL / 100, darkC, darkH] } satisfies Record<Theme, Oklch>,
    ];
  }),
);

const grounds = ['paper', 'sheet', 'hover'] as const;
const kinds = ['quote', 'claim', 'event'] as const;
const people = personColours.map((colour) => `person-${colour}`);
const fills = kinds.flatMap((kind) => [`${kind}-wash`, `${kind}-full`, `${kind}-chosen`]);

/** Which words stand on which grounds, and the least ratio that they need there. */
const table: readonly { words: readonly string[]; on: readonly string[]; least: number }[] = [
  {
    words: ['ink', 'soft', 'faint', 'pencil', 'pencil-deep', 'good', 'bad', 'bad-deep', 'warn-ink'],
    on: grounds,
    least: 4.5,
  },
  { words: kinds.map((kind) => `${kind}-ink`), on: [...grounds, ...fills], least: 4.5 },
  { words: ['ink', 'soft', 'pencil'], on: ['pencil-wash', 'bad-wash', 'good-wash', 'warn-wash'], least: 4.5 },
  { words: ['bad'], on: ['bad-wash'], least: 4.5 },
  { words: ['good'], on: ['good-wash'], least: 4.5 },
  { words: ['warn-ink'], on: ['warn-wash'], least: 4.5 },
  { words: ['on-pencil'], on: ['pencil', 'pencil-deep', 'bad', 'bad-deep'], least: 4.5 },
  { words: ['ink'], on: fills, least: 7 },
  // A person's initials and name stand in paper on their colour, as it stands on paper.
  { words: people, on: grounds, least: 4.5 },
  // Not words: the edge of a field and the focus ring (WCAG 1.4.11).
  { words: ['edge', 'pencil', 'good', 'bad'], on: grounds, least: 3 },
];

const cases = (['light', 'dark'] as const).flatMap((theme) =>
  table.flatMap(({ words, on, least }) =>
    words.flatMap((word) => on.map((ground) => ({ theme, word, ground, least }))),
  ),
);

/** How much of a person's colour lies over what they have selected, words and marks too: as in colleagues.css. */
const WASH = 0.14;

const washes = (['light', 'dark'] as const).flatMap((theme) =>
  people.flatMap((person) => [
    { theme, person, ground: 'paper', least: 7 },
    ...fills.map((ground) => ({ theme, person, ground, least: 4.5 })),
  ]),
);

/** In OKLab: people from each other, and from what a line of their colour could be taken for. */
const APART = 0.06;

const pairs = (['light', 'dark'] as const).flatMap((theme) =>
  people.flatMap((person, at) =>
    [...people.slice(at + 1), ...kinds, 'pencil', 'bad'].map((other) => ({ theme, person, other })),
  ),
);

describe('colours', () => {
  test.each(cases)('$theme: $word on $ground has at least $least:1', ({ theme, word, ground, least }) => {
    expect(contrast(colour(word, theme), colour(ground, theme))).toBeGreaterThanOrEqual(least);
  });

  test.each(washes)('$theme: ink on $ground under a wash of $person has at least $least:1', (wash) => {
    const { theme, person, ground, least } = wash;
    const [words, on, over] = [colour('ink', theme), colour(ground, theme), colour(person, theme)];
    expect(contrastUnderWash(words, on, over, WASH)).toBeGreaterThanOrEqual(least);
  });

  test.each(pairs)('$theme: $person is not taken for $other', ({ theme, person, other }) => {
    expect(distance(colour(person, theme), colour(other, theme))).toBeGreaterThanOrEqual(APART);
  });

  test('black on white has 21:1, so that the measure itself is right', () => {
    expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 1);
  });
});

function colour(name: string, theme: Theme): Oklch {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`globals.css has no opaque colour ${name}`);
  return token[theme];
}
