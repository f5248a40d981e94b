/** In which language a text is written, guessed from its letters' trigrams, or from its script when it is short. */
import { franc } from 'franc-min';

/** How much of a text the guess looks at, in UTF-16 code units. More makes it slower, not better. */
const SAMPLE = 4000;

/** Trigrams of shorter texts in an alphabet that many languages share say little. */
const SHORTEST_SAMPLE = 60;

/** Scripts that one language uses far more than any other, in the order they are looked for. */
const scripts = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Georgian}/u, 'ka'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Devanagari}/u, 'hi'],
] as const;

/** A BCP 47 tag; undefined when the text is too short or like nothing known. */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters >= SHORTEST_SAMPLE) {
    const code = franc(sample);
    if (code !== 'und') return Intl.getCanonicalLocales(code)[0];
  }
  return scripts.find(([script]) => (sample.match(new RegExp(script, 'gu'))?.length ?? 0) > letters / 3)?.[1];
}
