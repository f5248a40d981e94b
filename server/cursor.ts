/** Cursors of lists: where a page ended, opaque to whoever hands it back. */
import type { z } from 'zod';
import { invalid } from '@/server/http/problem';

/** A cursor for a place in a list. */
export function writeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place that a cursor names; undefined for none. A cursor of another list, or one made by hand: 422. */
export function readCursor<Place extends z.ZodType>(
  cursor: string | undefined,
  shape: Place,
): z.output<Place> | undefined {
  if (cursor === undefined) return undefined;
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw invalid('cursor', 'is not a cursor of this list');
  }
}

/** One page of at most `limit` items out of up to `limit + 1` that were found. */
export function pageOf<Item>(
  found: readonly Item[],
  limit: number,
  placeOf: (last: Item) => readonly (string | number)[],
): { items: Item[]; nextCursor: string | null } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const isMore = found.length > limit && last !== undefined;
  return { items, nextCursor: isMore ? writeCursor(placeOf(last)) : null };
}
