/** The queries of exports: what a format loses, and what its file holds. */
import { queryOptions } from '@tanstack/react-query';
import { type ExportFormat, exportArticle, Losses } from '@/domain/contract/export';
import type { ExportScope } from '@/domain/export/document';
import { address, CallFailed, call } from './call';

/** One export of an article as it stood at a place in its log; another place is another export. */
export interface ExportChoice {
  readonly articleId: string;
  /** The position of the newest change in the article's log. */
  readonly seq: number;
  readonly format: ExportFormat;
  readonly scope: ExportScope;
}

/** Where the file lies; for showing it in place rather than saving it, with `preview`. */
export function exportAddress({ articleId, format, scope }: ExportChoice, preview?: 'preview'): string {
  return address(
    exportArticle.path,
    { id: articleId, format },
    { status: scope, ...(preview === undefined ? {} : { preview: '1' }) },
  );
}

/** What the format cannot carry of the article. */
export function lossesQuery(choice: ExportChoice) {
  return queryOptions({
    queryKey: ['exports', 'losses', choice],
    queryFn: async ({ signal }) => {
      const { articleId, format, scope } = choice;
      const reply = await call(exportArticle, {
        params: { id: articleId, format },
        query: { status: scope, losses: '1' },
        signal,
      });
      return Losses.parse(reply).items;
    },
  });
}

/** How much of a file is read to be shown, in UTF-16 code units. Nobody reads more of it in a preview. */
const SHOWN = 200_000;

/** The beginning of the file as text, and whether that is all of it. */
export function exportTextQuery(choice: ExportChoice) {
  return queryOptions({
    queryKey: ['exports', 'text', choice],
    queryFn: async ({ signal }) => {
      const text = await readExport(exportAddress(choice, 'preview'), { signal, limit: SHOWN });
      return { text: text.slice(0, SHOWN), isWhole: text.length <= SHOWN };
    },
  });
}

/**
 * The file's text; with a limit at least that much of it, then the rest is not sent. Throws `CallFailed` when there is
 * no file, and an `AbortError` when the signal ended it.
 */
export async function readExport(
  url: string,
  { signal, limit = Number.POSITIVE_INFINITY }: { signal?: AbortSignal; limit?: number } = {},
): Promise<string> {
  const response = await fetch(url, { cache: 'no-store', ...(signal && { signal }) }).catch(
    (cause: unknown) => {
      if (signal?.aborted === true) throw signal.reason;
      throw new CallFailed('network', 'The desk cannot be reached.', { cause });
    },
  );
  if (!response.ok || response.body === null) {
    const requestId = response.headers.get('x-request-id');
    throw new CallFailed('server', 'There is no file.', requestId === null ? {} : { requestId });
  }
  const reader = response.body.pipeThrough(new TextDecoderStream('utf-8', { ignoreBOM: true })).getReader();
  let text = '';
  while (text.length <= limit) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
  }
  await reader.cancel();
  return text;
}
