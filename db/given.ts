/** The places in a kept query (`Sql.ask`) that its values take. */
import { getTableColumns, type Placeholder, sql as raw, type SQL, type Table } from 'drizzle-orm';

/** The place of a value, by its name among the values. Where it is compared with a column, give it as the column has it. */
export function given<Name extends string>(name: Name): Placeholder<Name> {
  return raw.placeholder(name);
}

/**
 * The place of a text that a column is compared with. The cast changes nothing about the text. Without it SQLite, as
 * the driver builds it, compiles a query that joins anew for every value, which costs ten times what running it does.
 */
export function givenText(name: string): SQL {
  return raw`cast(${given(name)} as text)`;
}

/** Places for a whole row, to insert or to set: each column takes the value of its name, `null` where it is empty. */
export function givenRow<Row extends Table>(table: Row): { [Name in keyof Row['$inferInsert']]: SQL } {
  const columns = Object.entries(getTableColumns(table));
  // Every column has its place, and no other has.
  return Object.fromEntries(
    columns.map(([name, column]) => [name, raw`${raw.param(raw.placeholder(name), column)}`]),
  ) as { [Name in keyof Row['$inferInsert']]: SQL };
}

/**
 * Places for all of a row that may change: every column but the primary key. Setting a key to what it is already would
 * have the engine look through all rows that point to it.
 */
export function givenChange<Row extends Table>(table: Row): { [Name in keyof Row['$inferInsert']]?: SQL } {
  const columns: Readonly<Record<string, { readonly primary: boolean }>> = getTableColumns(table);
  const places = Object.entries<SQL>(givenRow(table)).filter(([name]) => columns[name]?.primary === false);
  // Columns were only left out.
  return Object.fromEntries(places) as { [Name in keyof Row['$inferInsert']]?: SQL };
}
