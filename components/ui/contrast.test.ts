import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Lightness 0 to 1, chroma, hue in degrees. */
type Oklch = readonly [lightness: number, chroma: number, hue: number];
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
  // Not words: the edge of a field and the focus ring (WCAG 1.4.11).
  { words: ['edge', 'pencil', 'good', 'bad'], on: grounds, least: 3 },
];

const cases = (['light', 'dark'] as const).flatMap((theme) =>
  table.flatMap(({ words, on, least }) =>
    words.flatMap((word) => on.map((ground) => ({ theme, word, ground, least }))),
  ),
);

describe('colours', () => {
  test.each(cases)('$theme: $word on $ground has at least $least:1', ({ theme, word, ground, least }) => {
    expect(contrast(colour(word, theme), colour(ground, theme))).toBeGreaterThanOrEqual(least);
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

/** The contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(one: Oklch, other: Oklch): number {
  const lights = [luminance(one), luminance(other)];
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
}

/** Relative luminance, by way of linear sRGB (Ottosson's matrices), clipped to what a screen shows. */
function luminance([lightness, chroma, hue]: Oklch): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const [red = 0, green = 0, blue = 0] = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((channel) => Math.min(1, Math.max(0, channel)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
