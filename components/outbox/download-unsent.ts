import type { OpenBox } from '@/components/data/outbox/outbox';
import type { Person } from '@/domain/person';
import { download } from './download';
import { type UnsentPart, unsentFile, unsentFileName } from './unsent-file';

/** Gives the person a file with these parts of what they have unsent. */
export function downloadUnsent({ id, name }: Person, parts: readonly UnsentPart[]): void {
  const at = new Date().toISOString();
  download(unsentFileName(at), unsentFile({ id, name }, parts, at));
}

/** All that is unsent in a box. */
export function partOf({ articleId, headline, store }: OpenBox): UnsentPart {
  const { writes, unreadable } = store.current();
  return { articleId, headline, writes, unreadable };
}
