/** Boxes of unsent writes in the browser's database: one transaction reads what is stored, steps on and stores that. */
import type { IDBPTransaction } from 'idb';
import { z } from 'zod';
import { advance, holds, type Step, type Unsent } from '@/components/data/unsent';
import { Person } from '@/domain/person';
import { type BoxId, type Entry, placesAfter, type StoredBox, type Unreadable } from './box';
import { type BoxKey, durable, type Opening, type Schema } from './browser-database';
import { StoredWrite, textIdOf, writeOf, writeRecord } from './stored-write';

/** What of a box is found without reading its writes. */
export interface BoxSummary extends BoxId {
  /** As it was when the person last wrote there; undefined where it was not known. */
  readonly headline: string | undefined;
  /** How many writes it holds, readable or not. */
  readonly count: number;
}

export interface BoxStorage {
  /**
   * What is stored after the steps, all or none of them. Two tabs that do this take turns. `known` is what this tab read
   * last; what has not changed since is not read again. Rejects when it could not be stored, and then nothing was.
   */
  readonly advance: (box: BoxId & Titled, steps: readonly Step[], known: StoredBox) => Promise<StoredBox>;
  /** Every box of every person, in no order. */
  readonly list: () => Promise<readonly BoxSummary[]>;
  /** Forgets what cannot be read in a place of a box. */
  readonly forgetUnreadable: (box: BoxId, place: number) => Promise<void>;
}

interface Titled {
  /** For people to know the article by. */
  readonly headline?: string | undefined;
}

const BoxRecord = z.object({
  stamp: z.string(),
  person: Person,
  headline: z.string().optional(),
  hold: z.enum(holds).optional(),
  failures: z.int().nonnegative(),
});

type Stores = ('boxes' | 'writes' | 'texts')[];
const stores: Stores = ['boxes', 'writes', 'texts'];

/** The storage in this database. `newStamp` gives a string that it never gave before. */
export function boxStorage(opening: Opening, newStamp: () => string): BoxStorage {
  return {
    async advance(box, steps, known) {
      const database = await opening.database();
      if (steps.length === 0) {
        const reading = database.transaction(stores, 'readonly');
        const [found] = await Promise.all([readBox(reading, box, known), reading.done]);
        return found;
      }
      const writing = database.transaction(stores, 'readwrite', durable);
      const stepped = async () => {
        const found = await readBox(writing, box, known);
        return writeBox(writing, box, found, steps.reduce(advance, found.unsent), newStamp());
      };
      return settledWith(stepped(), writing);
    },
    async list() {
      const reading = (await opening.database()).transaction(['boxes', 'writes'], 'readonly');
      const keys = await reading.objectStore('boxes').getAllKeys();
      const records = await reading.objectStore('boxes').getAll();
      const found = await Promise.all(
        keys.map(async ([personId, articleId], index) => {
          const record = BoxRecord.safeParse(records[index]).data;
          const person = record?.person ?? { id: personId, name: 'Somebody' };
          const count = await reading.objectStore('writes').count(placesOf([personId, articleId]));
          return { person, articleId, headline: record?.headline, count };
        }),
      );
      await reading.done;
      return found.filter(({ count }) => count > 0);
    },
    async forgetUnreadable({ person, articleId }, place) {
      const writing = (await opening.database()).transaction(['boxes', 'writes'], 'readwrite', durable);
      const key = boxKey(person.id, articleId);
      const forgotten = async () => {
        await writing.objectStore('writes').delete([...key, place]);
        const record = BoxRecord.safeParse(await writing.objectStore('boxes').get(key)).data;
        if (record !== undefined)
          await writing.objectStore('boxes').put({ ...record, stamp: newStamp() }, key);
      };
      await settledWith(forgotten(), writing);
    },
  };
}

type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<Schema, Stores, Mode>;

/** Reads a box; of what is `known` only what was stored anew since. */
async function readBox(
  reading: Transaction<'readonly'> | Transaction<'readwrite'>,
  { person, articleId }: BoxId,
  known: StoredBox,
): Promise<StoredBox> {
  const key = boxKey(person.id, articleId);
  const record = BoxRecord.safeParse(await reading.objectStore('boxes').get(key)).data;
  if (record !== undefined && record.stamp === known.stamp) return known;
  const [places, records] = await Promise.all([
    reading.objectStore('writes').getAllKeys(placesOf(key)),
    reading.objectStore('writes').getAll(placesOf(key)),
  ]);
  const texts = new Map(known.entries.map(({ write }) => [textIdOf(write.act.text), write.act.text]));
  const entryAt = new Map(known.entries.map((entry) => [entry.place, entry]));
  const entries: Entry[] = [];
  const unreadable: Unreadable[] = [];
  for (const [index, [, , place]] of places.entries()) {
    const found = records[index];
    const { data: stored } = StampOnly.safeParse(found);
    const same = entryAt.get(place);
    if (same !== undefined && same.stamp === stored?.stamp) {
      entries.push(same);
      continue;
    }
    const parsed = StoredWrite.safeParse(found).data;
    const text = parsed === undefined ? undefined : await textOf(reading, parsed.textId, texts);
    if (parsed === undefined || text === undefined) unreadable.push({ place, found });
    else entries.push({ place, stamp: parsed.stamp, write: writeOf(parsed, text) });
  }
  const { hold, failures = 0 } = record ?? {};
  const unsent = { writes: entries.map(({ write }) => write), hold, failures };
  return { stamp: record?.stamp, entries, unreadable, unsent };
}

const StampOnly = z.object({ stamp: z.string() });

async function textOf(
  reading: Transaction<'readonly'> | Transaction<'readwrite'>,
  id: string,
  texts: Map<string, string>,
): Promise<string | undefined> {
  const text = texts.get(id) ?? z.string().safeParse(await reading.objectStore('texts').get(id)).data;
  if (text !== undefined) texts.set(id, text);
  return text;
}

/** Stores what differs between what was found and `unsent`; an emptied box goes, with the texts that nobody needs. */
async function writeBox(
  writing: Transaction<'readwrite'>,
  { person, articleId, headline }: BoxId & Titled,
  found: StoredBox,
  unsent: Unsent,
  stamp: string,
): Promise<StoredBox> {
  const [boxes, writes, texts] = [
    writing.objectStore('boxes'),
    writing.objectStore('writes'),
    writing.objectStore('texts'),
  ];
  const key = boxKey(person.id, articleId);
  const places = placesAfter(found, unsent.writes);
  const before = new Map(found.entries.map((entry) => [entry.place, entry]));
  const entries = unsent.writes.map((write, index): Entry => {
    const place = places[index] ?? index;
    const same = before.get(place);
    return same?.write === write ? same : { place, stamp, write };
  });
  const fresh = entries.filter((entry) => before.get(entry.place) !== entry);
  const kept = new Set(places);
  const gone = found.entries.filter(({ place }) => !kept.has(place));
  const { hold, failures } = unsent;
  const isSame =
    fresh.length === 0 &&
    gone.length === 0 &&
    hold === found.unsent.hold &&
    failures === found.unsent.failures;
  if (isSame) return found;

  // Requests of one transaction are done in the order in which they are made: none waits for the one before.
  const requests: Promise<unknown>[] = [];
  function request(made: Promise<unknown>): void {
    requests.push(made);
    // When a later one cannot even be made, nobody waits for this one any more.
    made.catch(() => undefined);
  }
  for (const { place } of gone) request(writes.delete([...key, place]));
  const known = new Set(found.entries.map(({ write }) => write.act.text));
  for (const text of new Set(fresh.map(({ write }) => write.act.text))) {
    if (!known.has(text)) request(texts.put(text, textIdOf(text)));
  }
  for (const { place, write } of fresh) request(writes.put(writeRecord(write, stamp), [...key, place]));
  const isEmpty = entries.length === 0 && found.unreadable.length === 0;
  const record = { stamp, person, hold, failures, ...(headline === undefined ? {} : { headline }) };
  request(isEmpty ? boxes.delete(key) : boxes.put(record, key));
  await Promise.all(requests);
  for (const text of new Set(gone.map(({ write }) => write.act.text))) {
    const id = textIdOf(text);
    if ((await writes.index('textId').count(id)) === 0) await texts.delete(id);
  }
  return { stamp: isEmpty ? undefined : stamp, entries, unreadable: found.unreadable, unsent };
}

function boxKey(personId: string, articleId: string): BoxKey {
  return [personId, articleId];
}

/** All places of a box. */
function placesOf([personId, articleId]: BoxKey): IDBKeyRange {
  return IDBKeyRange.bound(
    [personId, articleId, Number.NEGATIVE_INFINITY],
    [personId, articleId, Number.POSITIVE_INFINITY],
  );
}

/** The result of the work once its transaction is on the disk. Rejects with either's error, and then nothing is. */
async function settledWith<Result>(
  work: Promise<Result>,
  transaction: { readonly done: Promise<void>; readonly abort: () => void },
): Promise<Result> {
  try {
    const [result] = await Promise.all([work, transaction.done]);
    return result;
  } catch (error) {
    abort(transaction);
    await transaction.done.catch(() => undefined);
    throw error;
  }
}

/** Ends a transaction without effect, unless it has ended already. */
function abort(transaction: { readonly abort: () => void }): void {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
