/** Whether pasted text is Markdown. A guess that sets a switch, which people see and may turn. */

const SIGNS =
  /^#{1,6} \S|^---\n(?:[^\n]*\n){1,20}---$|\[[^\]\n]+\]\([^)\n]+\)|(?:^|\s)\*\*\S[^*\n]*\*\*|^```/m;

/** Headings with hashes, links, strong words, fences: what plain agency text does not have. */
export function looksLikeMarkdown(text: string): boolean {
  return SIGNS.test(text.slice(0, 20_000));
}
