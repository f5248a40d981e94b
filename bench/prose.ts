/** Text to measure with: plain, endless and always the same. */

const WORDS =
  'the council voted on tuesday to build a bridge over the river and the mayor said that it would cost nine million before anybody had asked'.split(
    ' ',
  );

/** Sentences of ten words in paragraphs of fifty. */
export function proseOf(words: number): string {
  const paragraphs: string[] = [];
  for (let from = 0; from < words; from += 50) {
    const sentences: string[] = [];
    for (let start = from; start < Math.min(words, from + 50); start += 10) {
      const some = Array.from(
        { length: 10 },
        (_, index) => WORDS[(start + index * 7) % WORDS.length] ?? 'and',
      );
      sentences.push(`Day ${start}: ${some.join(' ')}.`);
    }
    paragraphs.push(sentences.join(' '));
  }
  return paragraphs.join('\n\n');
}
