/**
 * How offline copies are kept in the browser's Cache Storage: facts that the worker, which writes them, and the page,
 * which reads them, share. A person's copies are one cache, so that they go in one step; the program's files, which are
 * nobody's, are another.
 */

/** Raised when copies are kept in another way; what was kept before is then dropped. */
const SCHEME = 1;

/** Of every cache of ours. */
export const OURS = 'bluepencil-';
/** Scripts, styles and fonts, by their address. */
export const FILES = `${OURS}files-${SCHEME}`;
const PAGES = `${OURS}pages-${SCHEME}-`;

/** The cache of a person's pages (by path) and of what was known on them last (by `dataPath`). */
export function copiesOf(personId: string): string {
  return PAGES + personId;
}

/** Whether a cache holds somebody's copies. */
export function holdsCopies(cacheName: string): boolean {
  return cacheName.startsWith(PAGES);
}

/** Shown in place of a page that is not kept. Kept like a page. */
export const OFFLINE_PAGE = '/offline';
export const BOARD = '/';

/** Whether pages at the path are kept: the board and the annotation desk of each article. */
export function isKeptKind(path: string): boolean {
  return path === BOARD || isArticle(path);
}

/** Whether the path is the annotation desk of an article. */
export function isArticle(path: string): boolean {
  return /^\/articles\/[^/]+$/.test(path) && path !== '/articles/new';
}

/** Where what was known last on the page at the path is kept. */
export function dataPath(path: string): string {
  return `${path}?known`;
}

/** What is noted with a copy, in headers of its response. */
export const notes = {
  /** When it was kept: an instant. */
  at: 'x-kept-at',
  /** Its size in UTF-16 code units, which is about its bytes. */
  size: 'x-kept-size',
  /** Of a page: the addresses of all files that it may need, apart by spaces. */
  files: 'x-kept-files',
  /** Of a page: the content of its `title`, as the HTML has it, percent-encoded. */
  title: 'x-kept-title',
} as const;

/** The metric of `Server-Timing` by which a page knows that it is a copy, and of when. */
export const COPY_METRIC = 'kept';
