/** The browser's own database: what was written or typed and is not on the desk yet. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** The stores with their keys. What is found is `unknown`: it may be another program's, and is parsed by whoever reads it. */
export interface Schema extends DBSchema {
  /** One for each person and article with something unsent. */
  boxes: { key: BoxKey; value: unknown };
  /** The unsent writes; the last part of the key is their order within person and article. */
  writes: { key: WriteKey; value: unknown; indexes: { textId: string } };
  /** The texts that the writes were made on, by their SHA-256. */
  texts: { key: string; value: unknown };
  /** What was typed into a form of a mark and not saved. */
  drafts: { key: DraftKey; value: unknown };
}

export type BoxKey = [personId: string, articleId: string];
export type WriteKey = [personId: string, articleId: string, place: number];
export type DraftKey = [personId: string, annotationId: string, form: string];

export type BrowserDatabase = IDBPDatabase<Schema>;

/** A change of the schema raises it and says in `upgrade` how the older one becomes the newer one. */
const VERSION = 1;

/** A transaction is done when it is on the disk, not when the operating system has been told of it. */
export const durable = { durability: 'strict' } as const;

/** The way to the database: opened when first used, and anew when the browser closed it. */
export interface Opening {
  /** Rejects when there is none or it cannot be opened; the next call tries again. */
  readonly database: () => Promise<BrowserDatabase>;
}

/** Opens the database of this name. A newer program that waits for the database gets it: this one then finds it closed. */
export function opening(name = 'bluepencil'): Opening {
  let opened: Promise<BrowserDatabase> | undefined;
  const forget = () => {
    opened = undefined;
  };
  async function open(): Promise<BrowserDatabase> {
    if (typeof indexedDB === 'undefined')
      throw new DOMException('There is no IndexedDB', 'NotSupportedError');
    const database = await openDB<Schema>(name, VERSION, {
      upgrade(fresh) {
        fresh.createObjectStore('boxes');
        fresh.createObjectStore('writes').createIndex('textId', 'textId');
        fresh.createObjectStore('texts');
        fresh.createObjectStore('drafts');
      },
      blocking(_current, _wanted, event) {
        forget();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: forget,
    });
    return database;
  }
  return {
    database() {
      opened ??= open().catch((error: unknown) => {
        forget();
        throw error;
      });
      return opened;
    },
  };
}

/** The database of the pages; the tests open others. */
export const browserDatabase = opening();
