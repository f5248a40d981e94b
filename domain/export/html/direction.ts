/** Which way a language is written. */

/** Scripts written from right to left (ISO 15924), as they stand in a language tag. */
const rightToLeftScripts = new Set(
  'adlm arab aran hebr mand mend nkoo rohg samr syrc syre syrj syrn thaa yezi'.split(' '),
);
/** Languages whose usual script is one of these. */
const rightToLeftLanguages = new Set(
  'ar arc ary arz bqi ckb dv fa glk he iw ks lrc mzn nqo pnb prs ps sd syr ug ur yi'.split(' '),
);

/** `rtl` or `ltr` for a BCP 47 tag; the script that the tag names counts before the language. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  const [primary = '', ...others] = language.toLowerCase().split('-');
  const script = others.find((subtag) => /^[a-z]{4}$/.test(subtag));
  const isRightToLeft =
    script === undefined ? rightToLeftLanguages.has(primary) : rightToLeftScripts.has(script);
  return isRightToLeft ? 'rtl' : 'ltr';
}

/** A letter of a script written from right to left. */
const RIGHT_TO_LEFT_LETTER =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * The `dir` of a block: `auto`, by its first letter, but for blocks of a right-to-left article that merely begin with
 * a foreign word; those go with the article.
 */
export function blockDirection(text: string, language: string): 'rtl' | 'auto' {
  return directionOf(language) === 'rtl' && RIGHT_TO_LEFT_LETTER.test(text) ? 'rtl' : 'auto';
}
