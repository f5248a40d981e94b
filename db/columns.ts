/**
 * The words in which tables are declared, spoken for SQLite. `tables.ts` uses nothing else, so that another engine
 * joins by speaking the same words: it hands `declareTables` its own and casts the result, in one place, to the types
 * here. Hence the rules: a word promises only what every engine can keep, and a query sees only what a word promises.
 */
import {
  customType,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text as sqliteText,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { z } from 'zod';

/** A UUID or another opaque key, compared byte by byte. */
const id = () => sqliteText();

/** Text as it came; ordered and compared byte by byte, never by a collation. */
const text = () => sqliteText();

/** One of a fixed set of words. */
const oneOf = <const Word extends string>(words: readonly [Word, ...Word[]]) =>
  sqliteText({ enum: [...words] });

/**
 * A JSON value. What is read back passes through the schema, because a column is an edge like any other; queries never
 * look inside it.
 */
const json = <Schema extends z.ZodType>(schema: Schema) =>
  customType<{ data: z.infer<Schema>; driverData: string | null }>({
    dataType: () => 'text',
    // Null is no JSON here but the absence of it, as in every column.
    toDriver: (value) => (value === null ? null : JSON.stringify(value)),
    fromDriver: (stored) => schema.parse(JSON.parse(stored ?? 'null')),
  })();

/** A whole number within ±2^53: a count, an offset in UTF-16 code units, a version, a position. */
const count = () => integer();

/** Yes or no. */
const flag = () => integer({ mode: 'boolean' });

/** An instant in RFC 3339, UTC, milliseconds, so that its order as text is its order in time. */
const instant = () => sqliteText();

/** A number that the database gives: ascending, never given twice. The table's primary key. */
const serial = () => integer().primaryKey({ autoIncrement: true });

/** The words of SQLite. */
export const sqliteWords = {
  table: sqliteTable,
  id,
  text,
  oneOf,
  json,
  count,
  flag,
  instant,
  serial,
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
} as const;

/** What every engine's words look like to `declareTables`. */
export type Words = typeof sqliteWords;
