/** Holds a database, its server gone, to what a harness was told and to its own books. */
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { findBreak } from '@/db/changes';
import type { Database } from '@/db/database';
import { openDatabase } from '@/db/open';
import { loadDriver } from '@/db/sqlite/driver';
import { countMarks } from '@/domain/workflow';
import type { Desk } from './desk';
import { isDone, type Ledger, Standing } from './ledger';

export interface Audit {
  /** Writes that were answered as made and are not there. */
  readonly lost: number;
  /** Effects that no answered write accounts for, or that two writes claim. */
  readonly doubled: number;
  /** Everything else that does not add up, in sentences; empty when all is well. */
  readonly problems: readonly string[];
}

/** Every write of the ledger must be answered by now. */
export async function auditDesk(desk: Desk, ledger: Ledger): Promise<Audit> {
  const problems: string[] = [];
  problems.push(...(await engineProblems(desk.path)));
  const db = await openDatabase(desk.databaseUrl, { create: false });
  try {
    problems.push(...(await bookProblems(db)));
    const unanswered = ledger.unanswered.length;
    if (unanswered > 0) problems.push(`${unanswered} writes were never answered`);
    return { ...(await compare(db, ledger)), problems };
  } finally {
    await db.close();
  }
}

/** What the engine itself finds. */
async function engineProblems(path: string): Promise<string[]> {
  const Driver = await loadDriver();
  const connection = new Driver(path, { readonly: true, fileMustExist: true });
  try {
    const findings = z
      .array(z.object({ integrity_check: z.string() }))
      .parse(connection.pragma('integrity_check'));
    const broken = z.array(z.unknown()).parse(connection.pragma('foreign_key_check'));
    return [
      ...findings.flatMap((finding) => (finding.integrity_check === 'ok' ? [] : [finding.integrity_check])),
      ...(broken.length === 0 ? [] : [`${broken.length} foreign keys are broken`]),
    ];
  } finally {
    connection.close();
  }
}

/** Whether state, log, counts and positions agree with each other. */
async function bookProblems(db: Database): Promise<string[]> {
  const { annotation, article, change } = db.tables;
  const problems: string[] = [];
  for (const { id, seq, ...stored } of await db.sql.select().from(article)) {
    const rows = await db.sql.$count(change, eq(change.log, id));
    if (rows !== seq) problems.push(`article ${id} is at ${seq}, its log has ${rows} rows`);
    const found = await findBreak(db.sql, id);
    if (found !== undefined) problems.push(`row ${found.position} of the log of ${id} ${found.what}`);

    const marks = await db.sql.select().from(annotation).where(eq(annotation.articleId, id));
    const { byKind, byStatus } = countMarks(marks.filter(({ deletedAt }) => deletedAt === null));
    const counted = [byKind.quote, byKind.claim, byKind.event, ...Object.values(byStatus)];
    const kept = [
      stored.quoteCount,
      stored.claimCount,
      stored.eventCount,
      stored.pendingCount,
      stored.approvedCount,
      stored.rejectedCount,
      stored.changesRequestedCount,
    ];
    if (counted.join() !== kept.join())
      problems.push(`article ${id} counts ${kept}, its marks are ${counted}`);
  }
  const changesOf = Map.groupBy(await db.sql.select().from(change), ({ subjectId }) => subjectId);
  for (const { id, version } of await db.sql.select().from(annotation)) {
    const rows = changesOf.get(id)?.length ?? 0;
    if (rows !== version) problems.push(`annotation ${id} has version ${version} and ${rows} changes`);
  }
  return problems;
}

/** Every answered write against the log: each made one state of one annotation, and nothing else made any. */
async function compare(db: Database, ledger: Ledger): Promise<{ lost: number; doubled: number }> {
  const rows = await db.sql.select().from(db.tables.change);
  const made = new Set(
    rows
      .filter(({ action }) => action.startsWith('annotation.'))
      .map(
        ({ subjectId, after }) => `${subjectId} ${z.object({ version: z.number() }).parse(after).version}`,
      ),
  );
  const keys = new Set((await db.sql.select().from(db.tables.idempotency)).map(({ key }) => key));
  const claimed = new Set<string>();
  const restored = new Set<string>();
  let lost = 0;
  let doubled = 0;
  for (const { answer, idempotencyKey, path } of ledger.writes) {
    if (answer === undefined || !isDone(answer)) continue;
    const { id, version } = Standing.parse(answer.body);
    const state = `${id} ${version}`;
    if (!made.has(state) || !keys.has(idempotencyKey)) lost += 1;
    if (path.endsWith('/restore')) {
      // Restoring what somebody else has restored changes nothing and is answered with what stands.
      restored.add(state);
    } else {
      if (claimed.has(state)) doubled += 1;
      claimed.add(state);
    }
  }
  const unexplained = [...made].filter((state) => !claimed.has(state) && !restored.has(state));
  return { lost, doubled: doubled + unexplained.length };
}
