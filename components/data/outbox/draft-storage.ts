/** What was typed and not saved, in the browser's database: by person, mark and form. */
import { durable, type Opening } from './browser-database';

export interface StoredDraft {
  readonly annotationId: string;
  readonly form: string;
  /** As it is found there; whoever asks for it parses it. To write undefined is to forget it. */
  readonly value: unknown;
}

export interface DraftStorage {
  readonly read: (personId: string) => Promise<readonly StoredDraft[]>;
  /** All of them or none; rejects when they could not be stored. */
  readonly write: (personId: string, drafts: readonly StoredDraft[]) => Promise<void>;
}

export function draftStorage(opening: Opening): DraftStorage {
  return {
    async read(personId) {
      const reading = (await opening.database()).transaction('drafts', 'readonly');
      const all = IDBKeyRange.bound([personId], [personId, []]);
      const [keys, values] = await Promise.all([reading.store.getAllKeys(all), reading.store.getAll(all)]);
      await reading.done;
      return keys.map(([, annotationId, form], index) => ({ annotationId, form, value: values[index] }));
    },
    async write(personId, drafts) {
      const writing = (await opening.database()).transaction('drafts', 'readwrite', durable);
      const requests = drafts.map(({ annotationId, form, value }) =>
        value === undefined
          ? writing.store.delete([personId, annotationId, form])
          : writing.store.put(value, [personId, annotationId, form]),
      );
      // A page that is about to go may have no time for another turn.
      writing.commit();
      await Promise.all([...requests, writing.done]);
    },
  };
}
