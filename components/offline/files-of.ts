/**
 * Which files of the program a page needs, now or later. A page loads what its HTML names; scripts name what they load
 * later, such as a form that opens on demand, so that following them gives everything that the page can ever ask for.
 */

/** The folder of the files, whose names change with their content. */
export const FILES_PATH = '/_next/static/';

/** The addresses of files that a page's own elements load. What an article's text says is no element. */
export function filesOfPage(html: string): readonly string[] {
  return found(html, /\s(?:src|href)="\/_next\/static\/([^"?]+\.(?:js|css|woff2?))"/g);
}

/** The addresses of files that a script or a style sheet names; the latter names them from its own folder. */
export function filesOfFile(text: string): readonly string[] {
  return found(text, /(?:\bstatic|\.\.)\/((?:[\w.~-]+\/)+[\w.~-]+\.(?:js|css|woff2?))/g);
}

function found(text: string, names: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(names)].map(([, name]) => `${FILES_PATH}${name}`))];
}
