/**
 * `npm run conformance -- CHECK`: holds the Web Annotation export against public test suites. CHECK is their program
 * (`check.mjs web-annotation FILE KIND`, `check.mjs json-ld FILE`), which is not part of the project. What is held: the
 * collection, its first page and each annotation of every demo article, and of the sample article that the unit tests
 * use. Ends with 1 where a MUST is violated or a property is lost.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { listArticles } from '@/db/articles';
import { openDatabase } from '@/db/open';
import { exportStatuses } from '@/domain/contract/export';
import type { ExportDocument } from '@/domain/export/document';
import { sampleDocument } from '@/domain/export/sample-document';
import { webAnnotation } from '@/domain/export/web-annotation';
import { seedDemo } from '@/scripts/demo/seed';
import { readDocument } from '@/server/export';

const run = promisify(execFile);
const BASE_URL = 'https://desk.example';
/** Each check is a process of its own. */
const AT_ONCE = 3;

const Collection = z.looseObject({ first: z.looseObject({ items: z.array(z.looseObject({})) }) });

/** The arguments of one run of the checking program. */
type Check = readonly string[];

const program = process.argv[2];
if (program === undefined || !existsSync(program)) {
  console.error('Name the checking program: npm run conformance -- PATH/check.mjs');
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(join(tmpdir(), 'bluepencil-conformance-'));
  try {
    const failures = await holdAll(await writeAll(folder), resolve(program));
    console.log(failures.length === 0 ? 'Every MUST holds.' : failures.join('\n'));
    process.exitCode = failures.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function writeAll(folder: string): Promise<Check[]> {
  const documents = [...exportStatuses.map(sampleDocument), ...(await demoDocuments(folder))];
  return documents.flatMap((document, place) => writeParts(join(folder, `export-${place}`), document));
}

/** All demo articles, with their approved and with all their marks. */
async function demoDocuments(folder: string): Promise<ExportDocument[]> {
  const db = await openDatabase(`file:${join(folder, 'demo.db')}`);
  try {
    await seedDemo(db, new Date());
    const everything = {
      search: undefined,
      status: undefined,
      archived: false,
      after: undefined,
      limit: 100,
    };
    const articles = await listArticles(db.sql, { ...everything, sort: 'created' });
    const reading = articles.flatMap(({ id }) =>
      exportStatuses.map((scope) => readDocument(db, id, scope, BASE_URL)),
    );
    return await Promise.all(reading);
  } finally {
    await db.close();
  }
}

/**
 * Writes the export, its page and each of its annotations as files, and gives what each is to be held against. Every
 * annotation is part of the collection, so that JSON-LD is checked there; an approved one stands among all as it is.
 */
function writeParts(folder: string, document: ExportDocument): Check[] {
  mkdirSync(folder);
  const write = (name: string, text: string): string => {
    const file = join(folder, `${name}.jsonld`);
    writeFileSync(file, text);
    return file;
  };
  const whole = [...webAnnotation.write(document)].join('');
  const { first } = Collection.parse(JSON.parse(whole));
  const collection = write('collection', whole);
  const page = write('page', JSON.stringify(first));
  const annotations = document.scope === 'all' ? first.items : [];
  return [
    ['web-annotation', collection, 'collection'],
    ['json-ld', collection],
    ['web-annotation', page, 'page'],
    ['json-ld', page],
    ...annotations.map((item, place) => [
      'web-annotation',
      write(`annotation-${place}`, JSON.stringify(item)),
      'annotation',
    ]),
  ];
}

/** What fails, in the words of the checking program. */
async function holdAll(checks: readonly Check[], checker: string): Promise<string[]> {
  console.log(`Running ${checks.length} checks …`);
  const waiting = [...checks];
  const failures: string[] = [];
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const failure = await hold(checker, check);
      if (failure !== undefined) failures.push(failure);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return failures;
}

async function hold(checker: string, check: readonly string[]): Promise<string | undefined> {
  const env = { ...process.env, CONFORMANCE_MODULES: resolve('node_modules') };
  try {
    await run(process.execPath, [checker, ...check], { env });
    return undefined;
  } catch (error) {
    const said = z.object({ stdout: z.string(), stderr: z.string() }).safeParse(error);
    if (!said.success) throw error;
    return `${check.join(' ')}\n${said.data.stdout}${said.data.stderr}`;
  }
}
