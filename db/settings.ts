/** What is set for the whole desk, and the mark of a demo database. */
import { eq } from 'drizzle-orm';
import type { Sql } from '@/db/database';
import { defaultSettings, Settings } from '@/domain/setting';

const DEMO = 'demo';

/** The settings; what was never set has its default. */
export async function readSettings(sql: Sql): Promise<Settings> {
  const rows = await sql.select().from(sql.tables.setting);
  const stored = Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  const known = Object.keys(Settings.shape).map((name) => [name, stored[name]]);
  const given = known.filter(([, value]) => value !== undefined);
  return Settings.parse({ ...defaultSettings, ...Object.fromEntries(given) });
}

export async function writeSettings(sql: Sql, settings: Partial<Settings>): Promise<void> {
  for (const [name, value] of Object.entries(settings)) await writeSetting(sql, name, value);
}

/** Whether demo people may exist in this database. */
export async function isDemo(sql: Sql): Promise<boolean> {
  const { setting } = sql.tables;
  const [row] = await sql.select().from(setting).where(eq(setting.name, DEMO));
  return row?.value === true;
}

/** Marks a database as a demo, for good. */
export async function markDemo(sql: Sql): Promise<void> {
  await writeSetting(sql, DEMO, true);
}

async function writeSetting(sql: Sql, name: string, value: unknown): Promise<void> {
  const { setting } = sql.tables;
  await sql
    .insert(setting)
    .values({ name, value })
    .onConflictDoUpdate({ target: setting.name, set: { value } });
}
