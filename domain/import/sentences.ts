/** Where sentences of running copy end, for recognising captions and headlines. A guess, which people see and may undo. */

/** A stop that ends a sentence or a line, with the quotation marks and brackets that close behind it. */
export const FINAL_STOP = /[.!?…。！？؟۔][\])"'”’»›」』]*$/u;

/** Words whose stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s("“‘'])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Hon|Rev|Jr|Sr|No|vs|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|ca|bzw|Nr|Mme|Mlle|Sra|Dra)\.$/u;

const CANDIDATE = /[.!?…؟۔]+["'”’»›)\]]*(?=\s+["'“‘«‹([]*[\p{Lu}\p{Lo}\p{N}])|[。！？]+["'”’»›」』）]*/gu;

/** The offsets at which the text's sentences end, ascending, the end of the text the last; UTF-16 code units. */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && ABBREVIATION.test(text.slice(Math.max(0, end - 24), end))) continue;
    if (end < text.length) ends.push(end);
  }
  ends.push(text.length);
  return ends;
}
