/** Values kept in columns only to order and search by, so that no query depends on an engine's collation. */

/** After every deadline that people set. */
const END_OF_TIME = '9999-12-31T23:59:59.999Z';

/** Where an article stands in the order of deadlines: those without one last. */
export function dueOrder(deadline: string | undefined): string {
  return deadline ?? END_OF_TIME;
}

/** Text without case, accents and runs of white space, as words are searched for. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where a headline stands in alphabetical order: folded, punctuation and signs left out. */
export function headlineOrder(headline: string): string {
  return folded(headline)
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim();
}
