import type { FieldName } from '@/components/article-fields/field-values';
import { patchBetween } from '@/components/article-fields/field-values';
import type { ArticleFields } from '@/domain/article';
import type { ArticlePatch } from '@/domain/contract/articles';

export interface Meeting {
  /** What of mine is still to be written, on top of theirs. */
  readonly patch: ArticlePatch;
  /** The fields that both changed, each to something else. */
  readonly clashes: readonly FieldName[];
}

/**
 * Where two people changed an article from the same state: different fields merge by themselves, and so does the same
 * change made twice; the same field changed differently is theirs to look at before mine replaces it.
 */
export function meetChange(seen: ArticleFields, mine: ArticleFields, theirs: ArticleFields): Meeting {
  const mineChanged = namesOf(patchBetween(seen, mine));
  const merged = { ...theirs, ...pick(mine, mineChanged) };
  const clashes = namesOf(patchBetween(seen, theirs)).filter(
    (name) => mineChanged.includes(name) && mine[name] !== theirs[name],
  );
  return { patch: patchBetween(theirs, merged), clashes };
}

function namesOf(patch: ArticlePatch): readonly FieldName[] {
  // A patch has only fields of an article as its keys.
  return Object.keys(patch) as FieldName[];
}

/** The named fields, also those that are absent, as undefined. */
function pick(fields: ArticleFields, names: readonly FieldName[]): Partial<ArticleFields> {
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}
