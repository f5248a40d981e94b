import type { Config } from 'drizzle-kit';

export default {
  dialect: 'sqlite',
  schema: './db/sqlite/tables.ts',
  out: './drizzle/sqlite',
} satisfies Config;
