/** The languages that are offered by name; any other can be given by its tag. */

const tags = [
  'ar',
  'bg',
  'bn',
  'ca',
  'cs',
  'cy',
  'da',
  'de',
  'el',
  'en',
  'en-GB',
  'en-US',
  'es',
  'et',
  'eu',
  'fa',
  'fi',
  'fr',
  'ga',
  'gl',
  'he',
  'hi',
  'hr',
  'hu',
  'hy',
  'id',
  'is',
  'it',
  'ja',
  'ka',
  'kk',
  'ko',
  'lt',
  'lv',
  'mk',
  'ms',
  'mt',
  'nb',
  'nl',
  'nn',
  'pl',
  'ps',
  'pt',
  'pt-BR',
  'ro',
  'ru',
  'sk',
  'sl',
  'so',
  'sq',
  'sr',
  'sv',
  'sw',
  'ta',
  'th',
  'tr',
  'uk',
  'ur',
  'uz',
  'vi',
  'zh',
  'und',
] as const;

const names = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' });

/** The name of a language in English, its tag where it has none. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag; // no tag at all: said as it was written
  }
}

/** The languages whose name or tag holds what was typed, by name; all of them for nothing and for a tag. */
export function languagesLike(typed: string): { readonly tag: string; readonly name: string }[] {
  const sought = typed.trim().toLowerCase();
  const all = tags.map((tag) => ({ tag, name: languageName(tag) }));
  const exact = all.some(({ tag }) => tag.toLowerCase() === sought);
  return all
    .filter(({ tag, name }) => exact || `${name} ${tag}`.toLowerCase().includes(sought))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The tag of a language that was written by tag or by its English name; undefined when it is neither. */
export function languageTag(written: string): string | undefined {
  const sought = written.trim();
  if (/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(sought)) return sought;
  return tags.find((tag) => languageName(tag).toLowerCase() === sought.toLowerCase());
}
