/** What is kept of each page, as both the worker and the offline screens list it. */
import { isArticle, notes } from './copies';

export interface KeptPage {
  readonly path: string;
  /** When it was kept: an instant. */
  readonly at: string;
  /** In UTF-16 code units. */
  readonly size: number;
  /** The addresses of all files that it may need. */
  readonly files: readonly string[];
  /** The content of its `title`, as the HTML has it. */
  readonly title: string;
}

/** All pages in somebody's copies, in no order. */
export async function pagesIn(copies: Cache): Promise<readonly KeptPage[]> {
  const requests = (await copies.keys()).filter(({ url }) => new URL(url).search === '');
  return Promise.all(
    requests.map(async (request) => {
      const page = await copies.match(request);
      const note = (name: string) => page?.headers.get(name) ?? '';
      return {
        path: new URL(request.url).pathname,
        at: note(notes.at),
        size: sizeOf(page),
        files: note(notes.files).split(' '),
        title: decodeURIComponent(note(notes.title)),
      };
    }),
  );
}

/** The kept articles, the one opened last first. */
export async function articlesIn(copies: Cache): Promise<readonly KeptPage[]> {
  const articles = (await pagesIn(copies)).filter(({ path }) => isArticle(path));
  return articles.toSorted((one, other) => (one.at < other.at ? 1 : -1));
}

/** As noted with a copy, in UTF-16 code units; none is of no size. */
export function sizeOf(copy: Response | undefined): number {
  return Number(copy?.headers.get(notes.size) ?? 0);
}
