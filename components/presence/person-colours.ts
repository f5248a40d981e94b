/** Which colour stands for whom. The colours themselves are in app/globals.css, as `--color-person-…`. */

/** Pigments that are neither the hue of a kind of mark nor the accent. */
export const personColours = ['moss', 'rust', 'violet', 'steel', 'plum', 'umber'] as const;
export type PersonColour = (typeof personColours)[number];

/**
 * Gives each person one colour for good. It follows from the person's id, so that it is mostly the same for everybody and
 * again tomorrow; but where somebody met earlier has it already, the next one that is free is taken, so that two at one
 * article are not alike. Only when all are taken are they shared.
 */
export function createPersonColours(): (personId: string) => PersonColour {
  const given = new Map<string, PersonColour>();
  return (personId) => {
    const known = given.get(personId);
    if (known !== undefined) return known;
    const taken = new Set(given.values());
    const first = hash(personId) % personColours.length;
    const inOrder = [...personColours.slice(first), ...personColours.slice(0, first)];
    const colour = inOrder.find((each) => !taken.has(each)) ?? inOrder[0] ?? personColours[0];
    given.set(personId, colour);
    return colour;
  };
}

/** The colour of a person in this tab. */
export const personColour = createPersonColours();

/** Classes by which an element and what is in it know the colour as `--person`. */
export const personColourLook = {
  moss: '[--person:var(--color-person-moss)]',
  rust: '[--person:var(--color-person-rust)]',
  violet: '[--person:var(--color-person-violet)]',
  steel: '[--person:var(--color-person-steel)]',
  plum: '[--person:var(--color-person-plum)]',
  umber: '[--person:var(--color-person-umber)]',
} as const satisfies Record<PersonColour, string>;

/** FNV-1a over UTF-16 code units: spreads ids that differ in one character. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}
