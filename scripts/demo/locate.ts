/** Where the words of a demo mark stand in its text. */
import type { Range } from '@/domain/span';

/**
 * A range for each string, every next one searched behind the one before. Throws when words are not there, or when
 * the first ones stand there twice, so that no demo mark ever lies on the wrong words.
 */
export function locate(text: string, words: string | readonly string[]): Range[] {
  const parts = typeof words === 'string' ? [words] : words;
  let from = 0;
  return parts.map((part, index) => {
    const start = text.indexOf(part, from);
    if (start === -1) throw new Error(`The demo text does not say “${part}”.`);
    if (index === 0 && text.indexOf(part, start + 1) !== -1) {
      throw new Error(`The demo text says “${part}” twice.`);
    }
    from = start + part.length;
    return { start, end: from };
  });
}
