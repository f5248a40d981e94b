import { useQuery } from '@tanstack/react-query';
import { holdsCopies } from './copies';
import { articlesIn } from './kept-pages';

/** An article that can be read without the desk. */
export interface KeptArticle {
  readonly path: string;
  readonly headline: string;
  /** When it was kept: an instant. */
  readonly at: string;
}

/** The articles that can be read without the desk, the one opened last first; undefined until that is known. */
export function useKeptArticles(): readonly KeptArticle[] | undefined {
  return useQuery({ queryKey: ['kept'], queryFn: keptArticles, staleTime: 0 }).data;
}

async function keptArticles(): Promise<readonly KeptArticle[]> {
  if (!('caches' in window)) return [];
  const names = (await caches.keys()).filter(holdsCopies);
  const lists = await Promise.all(names.map(async (name) => articlesIn(await caches.open(name))));
  return lists.flat().map(({ path, at, title }) => ({ path, at, headline: headlineIn(title) }));
}

/** A page's title without its HTML escapes and without the name of the house. */
function headlineIn(title: string): string {
  const page = new DOMParser().parseFromString(`<title>${title}</title>`, 'text/html');
  return page.title.replace(/ · Bluepencil$/, '');
}
