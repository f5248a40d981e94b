/** HTML inside Markdown as the text that a reader would see. Nothing of it is ever shown as HTML. */

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: '\u00A0',
  quot: '"',
};

/** Text without tags and comments, the commonest entities read; what is left is text, whatever it looks like. */
export function withoutTags(html: string): string {
  return html
    .replace(/<!--|-->/g, ' ')
    .replace(/<\/?[A-Za-z][^<>]*>/g, ' ')
    .replace(/&(amp|apos|gt|lt|nbsp|quot);/g, (entity, name: string) => entities[name] ?? entity);
}
