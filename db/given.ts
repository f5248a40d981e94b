/** The places in a kept query (`Sql.ask`) that its values take. */
import { getTableColumns, type Placeholder, sql as raw, type SQL, type Table } from 'drizzle-orm';

/** The place of a value, by its name among the values. Where it is compared with a column, give it as the column has it. */
export function given<Name extends string>(name: Name): Placeholder<Name> {
  return raw.placeholder(name);
}

/** Places for a whole row, to insert or to set: each column takes the value of its name, `null` where it is empty. */
export function givenRow<Row extends Table>(table: Row): { [Name in keyof Row['$inferInsert']]: SQL } {
  const columns = Object.entries(getTableColumns(table));
  // Every column has its place, and no other has.
  return Object.fromEntries(
    columns.map(([name, column]) => [name, raw`${raw.param(raw.placeholder(name), column)}`]),
  ) as { [Name in keyof Row['$inferInsert']]: SQL };
}
