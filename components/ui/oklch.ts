/** How colours stand to each other, for the tests that hold the look: contrast, layers, distance. */

/** Lightness 0 to 1, chroma, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** Red, green and blue, each 0 to 1. */
type Rgb = readonly [red: number, green: number, blue: number];

/** The contrast ratio of WCAG 2.2, 1 to 21, of one colour on another. */
export function contrast(one: Oklch, other: Oklch): number {
  return contrastOfLight(luminance(linearRgb(one)), luminance(linearRgb(other)));
}

/** The contrast of words on a ground when a wash of so much (0 to 1) of a colour lies over both, as browsers layer them. */
export function contrastUnderWash(words: Oklch, ground: Oklch, wash: Oklch, part: number): number {
  return contrastOfLight(luminance(washed(words, wash, part)), luminance(washed(ground, wash, part)));
}

function washed(under: Oklch, wash: Oklch, part: number): Rgb {
  const [over, below] = [linearRgb(wash), linearRgb(under)];
  const mix = (at: 0 | 1 | 2) => decoded(encoded(over[at]) * part + encoded(below[at]) * (1 - part));
  return [mix(0), mix(1), mix(2)];
}

/** How different two colours look: their distance in OKLab. About 0.02 can just be seen side by side. */
export function distance(one: Oklch, other: Oklch): number {
  const [from, to] = [oklab(one), oklab(other)];
  return Math.hypot(...from.map((value, at) => value - (to[at] ?? 0)));
}

function contrastOfLight(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Relative luminance of a colour in linear light. */
function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function oklab([lightness, chroma, hue]: Oklch): Rgb {
  const angle = (hue * Math.PI) / 180;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

/** Linear sRGB by Ottosson's matrices, clipped to what a screen shows. */
function linearRgb(colour: Oklch): Rgb {
  const [lightness, a, b] = oklab(colour);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clipped(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clipped(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clipped(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function clipped(channel: number): number {
  return Math.min(1, Math.max(0, channel));
}

/** The curve of sRGB (IEC 61966-2-1) and back. */
function encoded(light: number): number {
  return light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
}

function decoded(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
