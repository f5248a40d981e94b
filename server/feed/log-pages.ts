/**
 * The logs of articles as they go over the wire: every change is read and encoded once, and its bytes are shared by all
 * streams that tell it. Logs only grow, so that what was encoded stays true; the pages used last stay in memory.
 */
import { readLog } from '@/db/changes';
import type { Sql } from '@/db/database';
import { findPeople } from '@/db/people';
import { encodeEvent, idLine } from './encode';

/** Changes of one page: few enough that a page of large marks stays small, enough that catching up takes few queries. */
const PAGE = 32;
/** What a stream is handed at once (bytes); one change may be larger. */
export const MOST_AT_ONCE = 64 * 1024;
/** All pages in memory (bytes): some ten thousand changes. */
const MOST_KEPT = 16 * 1024 * 1024;

/** Some of what follows a position in a log. */
export interface Batch {
  /** The position of the last change in it. */
  readonly upTo: number;
  readonly bytes: Uint8Array;
}

interface EncodedChange {
  readonly position: number;
  /** With its id line. */
  readonly bytes: Uint8Array;
  /** Where what follows the id line begins. */
  readonly afterId: number;
}

interface Page {
  readonly changes: EncodedChange[];
  /** Of all changes together (bytes). */
  size: number;
  /** The batch made last, which the next stream most often wants too. */
  latest?: { readonly after: number; readonly withIds: boolean; readonly batch: Batch };
}

export class LogPages {
  private readonly sql: Sql;
  /** By log and number, the one unused for longest first. */
  private readonly pages = new Map<string, Page>();
  private readonly reading = new Map<string, Promise<Page>>();
  private kept = 0;

  constructor(sql: Sql) {
    this.sql = sql;
  }

  /**
   * What follows a position of a log that is known to reach `tip` > `after`: at once where it is in memory. Undefined
   * when the log does not hold it.
   */
  batch(
    log: string,
    after: number,
    { tip, withIds }: { readonly tip: number; readonly withIds: boolean },
  ): Batch | undefined | Promise<Batch | undefined> {
    const number = Math.floor(after / PAGE);
    const key = `${log} ${number}`;
    const page = this.pages.get(key);
    if (page !== undefined && reachOf(page, number) >= Math.min(tip, (number + 1) * PAGE)) {
      this.keep(key, page);
      return batchOf(page, after, withIds);
    }
    return this.fill(log, number).then((filled) => batchOf(filled, after, withIds));
  }

  /** Reads what a page lacks, once for all who wait for it. */
  private fill(log: string, number: number): Promise<Page> {
    const key = `${log} ${number}`;
    const known = this.reading.get(key);
    if (known !== undefined) return known;
    const filling = this.read(log, number, this.pages.get(key) ?? { changes: [], size: 0 }).finally(() =>
      this.reading.delete(key),
    );
    this.reading.set(key, filling);
    return filling;
  }

  private async read(log: string, number: number, page: Page): Promise<Page> {
    const after = reachOf(page, number);
    const rows = await readLog(this.sql, log, { after, limit: PAGE - page.changes.length });
    const people = await findPeople(this.sql, new Set(rows.map(({ actorId }) => actorId)));
    const key = `${log} ${number}`;
    if (this.pages.delete(key)) this.kept -= page.size;
    let position = after;
    for (const { actorId, log: articleId, previousHash: _, hash: __, ...same } of rows) {
      position += 1;
      if (same.position !== position) break;
      const by = people.get(actorId) ?? { id: actorId, name: 'Somebody' };
      const bytes = encodeEvent('change', { ...same, articleId, by }, position);
      page.changes.push({ position, bytes, afterId: idLine(position).length });
      page.size += bytes.length;
    }
    this.kept += page.size;
    this.keep(key, page);
    return page;
  }

  private keep(key: string, page: Page): void {
    this.pages.delete(key);
    this.pages.set(key, page);
    for (const [oldest, { size }] of this.pages) {
      if (this.kept <= MOST_KEPT || oldest === key) return;
      this.pages.delete(oldest);
      this.kept -= size;
    }
  }
}

/** The position of the last change that a page holds; before its first one where it is empty. */
function reachOf({ changes }: Page, number: number): number {
  return number * PAGE + changes.length;
}

function batchOf(page: Page, after: number, withIds: boolean): Batch | undefined {
  const { latest } = page;
  if (
    latest?.after === after &&
    latest.withIds === withIds &&
    latest.batch.upTo === page.changes.at(-1)?.position
  )
    return latest.batch;
  const chosen: Uint8Array[] = [];
  let upTo = after;
  let size = 0;
  for (const { position, bytes, afterId } of page.changes.slice(after % PAGE)) {
    if (size > 0 && size + bytes.length > MOST_AT_ONCE) break;
    chosen.push(withIds ? bytes : bytes.subarray(afterId));
    size += bytes.length;
    upTo = position;
  }
  const [first] = chosen;
  if (first === undefined) return undefined;
  const batch = { upTo, bytes: chosen.length === 1 ? first : Buffer.concat(chosen) };
  page.latest = { after, withIds, batch };
  return batch;
}
