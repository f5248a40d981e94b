import type { FieldName } from '@/components/article-fields/field-values';
import { fieldNames } from '@/components/article-fields/field-values';
import type { ArticleFields } from '@/domain/article';
import type { ArticlePatch } from '@/domain/contract/articles';
import { meet } from '@/domain/meeting';

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
  const { clashes, mine: onlyMine } = meet(fieldsOf(seen), fieldsOf(theirs), fieldsOf(mine));
  const written = [...onlyMine, ...clashes].map(({ field }) => field);
  return {
    patch: Object.fromEntries(written.map((name) => [name, mine[name] ?? null])),
    clashes: clashes.map(({ field }) => field),
  };
}

function fieldsOf(fields: ArticleFields): ReadonlyMap<FieldName, unknown> {
  return new Map(fieldNames.map((name) => [name, fields[name]]));
}
