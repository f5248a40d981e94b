/** Proves that forgetting to await fails the check: a Drizzle query that is not awaited never runs. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const opening = `
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
const thing = sqliteTable('thing', { id: integer() });
declare const sql: BaseSQLiteDatabase<'async', unknown>;
declare function work(): Promise<void>;
`;

const floating = 'typescript(no-floating-promises)';
const misused = 'typescript(no-misused-promises)';

const cases = [
  { name: 'an insert that nobody awaits', body: 'sql.insert(thing).values({ id: 1 });', rule: floating },
  { name: 'an update that nobody awaits', body: 'sql.update(thing).set({ id: 1 });', rule: floating },
  { name: 'a deletion that nobody awaits', body: 'sql.delete(thing);', rule: floating },
  { name: 'a promise that nobody awaits', body: 'work();', rule: floating },
  { name: 'a promise taken for an answer', body: 'if (work()) throw new Error();', rule: misused },
  { name: 'a query that is awaited', body: 'await sql.insert(thing).values({ id: 1 });', rule: undefined },
  { name: 'a promise that is awaited', body: 'await work();', rule: undefined },
  { name: 'a promise left alone on purpose', body: 'void work();', rule: undefined },
];

const Report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

let folder: string;
let found: z.infer<typeof Report>['diagnostics'];

beforeAll(() => {
  const root = join(import.meta.dirname, '..');
  folder = mkdtempSync(join(tmpdir(), 'promises-'));
  for (const file of ['.gitignore', '.oxlintrc.json', 'tsconfig.json'])
    copyFileSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [index, { body }] of cases.entries()) {
    writeFileSync(
      join(folder, `case-${index}.ts`),
      `${opening}export async function run() {\n  ${body}\n}\n`,
    );
  }
  const program = join(root, 'node_modules/oxlint/bin/oxlint');
  const run = spawnSync(process.execPath, [program, '--format=json', '.'], { cwd: folder, encoding: 'utf8' });
  found = Report.parse(JSON.parse(run.stdout)).diagnostics;
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the check for promises', () => {
  test.each(cases.map((given, index) => ({ ...given, file: `case-${index}.ts` })))(
    '$name',
    ({ file, rule }) => {
      const rules = found.filter(({ filename }) => filename.endsWith(file)).map(({ code }) => code);
      expect(rules).toEqual(rule === undefined ? [] : [rule]);
    },
  );
});
