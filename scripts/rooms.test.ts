/** Proves that the linter holds the rooms apart: every import that the architecture forbids fails, the others do not. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const rooms = ['app', 'components', 'server', 'db', 'domain', 'e2e', 'bench', 'scripts'] as const;
type Room = (typeof rooms)[number];

/** The picture in `architecture`: what each room may import beside itself. */
const mayImport: Record<Room, readonly Room[]> = {
  app: ['server', 'components', 'domain'],
  components: ['domain'],
  server: ['db', 'domain'],
  db: ['domain'],
  domain: [],
  e2e: ['domain'],
  bench: ['components', 'e2e', 'server', 'db', 'domain'],
  scripts: ['bench', 'e2e', 'server', 'db', 'domain'],
};

const importRule = 'lint/style/noRestrictedImports';

/** What one file says, and the rule that must refuse it; no rule: it must pass. */
interface Case {
  readonly name: string;
  readonly file: string;
  readonly source: string;
  readonly rule?: string;
}

const pairs: Case[] = rooms.flatMap((from) =>
  rooms.map((to) => {
    const isAllowed = from === to || mayImport[from].includes(to);
    return {
      name: `${from} ${isAllowed ? 'may' : 'may not'} import ${to}`,
      file: `${from}/imports-${to}.ts`,
      source: `import { thing } from '@/${to}/nested/thing';\nexport const used = thing;\n`,
      ...(isAllowed ? {} : { rule: importRule }),
    };
  }),
);

/** Ways around the rule, tried from a room that may not import the other. */
const detours: Case[] = [
  ['a type', "import type { Thing } from '@/db/thing';\nexport type Used = Thing;\n"],
  ['a re-export', "export { thing } from '@/db/thing';\nexport const own = 1;\n"],
  ['a dynamic import', "export const used = import('@/db/thing');\n"],
  ['a relative path', "import { thing } from '../db/thing';\nexport const used = thing;\n"],
  ['a hidden relative path', "import { thing } from './../db/thing';\nexport const used = thing;\n"],
  ['a way back', "import { thing } from '@/components/../db/thing';\nexport const used = thing;\n"],
].map(([name, source], index) => ({
  name: `components may not reach db by ${name}`,
  file: `components/detour-${index}.ts`,
  source: source ?? '',
  rule: importRule,
}));

const packages: Case[] = (
  [
    ['domain', 'zod', true],
    ['domain', '@noble/hashes/sha2.js', true],
    ['domain', './neighbour', true],
    ['domain', 'react', false],
    ['domain', 'next/navigation', false],
    ['domain', 'drizzle-orm', false],
    ['domain', 'node:crypto', false],
    ['domain', 'uuid', false],
    ['components', 'react', true],
    ['components', './neighbour', true],
    ['components', 'node:fs', false],
    ['components', 'node:fs/promises', false],
    ['components', 'drizzle-orm', false],
    ['components', 'better-sqlite3', false],
    ['server', 'next/headers', true],
    ['server', 'react', false],
    ['server', 'drizzle-orm', false],
    ['db', 'drizzle-orm', true],
    ['db', 'next/server', false],
    ['app', 'better-sqlite3', false],
    ['e2e', '@playwright/test', true],
    ['e2e', 'better-sqlite3', false],
  ] as const
).map(([room, wanted, isAllowed], index) => ({
  name: `${room} ${isAllowed ? 'may' : 'may not'} import ${wanted}`,
  file: `${room}/package-${index}.ts`,
  source: `import { thing } from '${wanted}';\nexport const used = thing;\n`,
  ...(isAllowed ? {} : { rule: importRule }),
}));

const others: Case[] = [
  {
    name: 'the proxy may not import db',
    file: 'proxy.ts',
    source: "import { thing } from '@/db/thing';\nexport const used = thing;\n",
    rule: importRule,
  },
  {
    name: 'a barrel file is refused',
    file: 'server/index.ts',
    source: "export { thing } from './thing';\n",
    rule: 'lint/performance/noBarrelFile',
  },
  {
    name: 'a cycle of imports is refused',
    file: 'db/egg.ts',
    source: "import { hen } from './hen';\nexport const egg = () => hen();\n",
    rule: 'lint/suspicious/noImportCycles',
  },
  {
    name: 'the other end of the cycle is refused',
    file: 'db/hen.ts',
    source: "import { egg } from '@/db/egg';\nexport const hen = (): unknown => egg();\n",
    rule: 'lint/suspicious/noImportCycles',
  },
  {
    name: 'a default export is refused',
    file: 'components/card.tsx',
    source: 'export default function Card() {\n  return <p />;\n}\n',
    rule: 'lint/style/noDefaultExport',
  },
  {
    name: 'a page exports by default',
    file: 'app/articles/[slug]/page.tsx',
    source: 'export default function Page() {\n  return <p />;\n}\n',
  },
  {
    name: 'HTML from a string is refused',
    file: 'components/raw.tsx',
    source: "export const Raw = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;\n",
    rule: 'lint/security/noDangerouslySetInnerHtml',
  },
  {
    name: 'the environment is read in server/env.ts only',
    file: 'server/elsewhere.ts',
    source: "export const port = process.env['PORT'];\n",
    rule: 'lint/style/noProcessEnv',
  },
];

const cases = [...pairs, ...detours, ...packages, ...others];

const Report = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

/** The rules that refused each file, by its path. */
let refusals: Map<string, string[]>;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooms-'));
  for (const { file, source } of cases) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), source);
  }
  const root = join(import.meta.dirname, '..');
  const config = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
  // Cycles are followed through the alias that they declare.
  for (const file of ['tsconfig.json', 'package.json']) copyFileSync(join(root, file), join(folder, file));
  const program = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const run = spawnSync(
    process.execPath,
    [program, 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  refusals = Map.groupBy(Report.parse(JSON.parse(run.stdout)).diagnostics, ({ location }) => location.path)
    .entries()
    .reduce(
      (map, [path, found]) =>
        map.set(
          path,
          found.map(({ category }) => category),
        ),
      new Map<string, string[]>(),
    );
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the linter', () => {
  test.each(cases)('$name', ({ file, rule }) => {
    const refusedBy = refusals.get(file) ?? [];
    if (rule === undefined) expect(refusedBy).toEqual([]);
    else expect(refusedBy).toContain(rule);
  });
});
