/**
 * What a person has typed into forms and not saved, by mark: in memory at once, in the browser's database soon after, so
 * that it outlives the form, the page and the browser. All tabs of the person share it.
 */
import type { z } from 'zod';
import { browserDatabase } from './browser-database';
import { browserChannel, type Channel } from './channel';
import { type DraftStorage, draftStorage, type StoredDraft } from './draft-storage';

/** The longest that something typed is in memory alone, in milliseconds. */
const STORED_WITHIN = 250;
/** How long after a failure to store it is tried again, in milliseconds. */
const STORING_PAUSE = 5000;

/** The drafts of one form. */
export interface FormDrafts<Value> {
  readonly subscribe: (listener: () => void) => () => void;
  /** By mark; the same object until something changes. */
  readonly all: () => ReadonlyMap<string, Value>;
  /** Keeps what was typed for a mark; undefined forgets it. */
  readonly keep: (annotationId: string, value: Value | undefined) => void;
}

export interface Drafts {
  /** The drafts of a form, each of the shape; one call for each form. What is stored in another shape stays stored. */
  readonly of: <Value>(form: string, shape: z.ZodType<Value>) => FormDrafts<Value>;
  /** Says whose page this is, and brings what they typed before. */
  readonly enter: (personId: string) => void;
  /** Stores at once what is not stored yet. */
  readonly flush: () => void;
  /** Whether something is in this tab alone because the browser cannot keep it. */
  readonly fails: () => boolean;
  /** Everything that is kept for the person, readable or not. */
  readonly stored: () => Promise<readonly StoredDraft[]>;
}

export interface DraftsWorld {
  readonly storage: DraftStorage;
  readonly channel: () => Channel;
  /** Calls back after so many milliseconds, unless what it gives is called before. */
  readonly wait: (milliseconds: number, then: () => void) => () => void;
}

/** Drafts of nobody's yet. */
export function createDrafts({ storage, channel, wait }: DraftsWorld): Drafts {
  const forms = new Map<string, (found: readonly StoredDraft[]) => void>();
  /** What is not stored yet, by form and mark. */
  const pending = new Map<string, StoredDraft>();
  let me: string | undefined;
  let cancel: (() => void) | undefined;
  let hasFailed = false;

  function later(milliseconds: number): void {
    cancel ??= wait(milliseconds, () => void store());
  }

  async function store(): Promise<void> {
    cancel?.();
    cancel = undefined;
    const batch = [...pending];
    if (me === undefined || batch.length === 0) return;
    const personId = me;
    try {
      await storage.write(
        personId,
        batch.map(([, draft]) => draft),
      );
    } catch {
      // Leaving asks about it from now on.
      hasFailed = true;
      later(STORING_PAUSE);
      return;
    }
    hasFailed = false;
    for (const [key, draft] of batch) if (pending.get(key) === draft) pending.delete(key);
    channel().tell({ is: 'drafts', personId });
  }

  async function load(): Promise<void> {
    if (me === undefined) return;
    const personId = me;
    let found: readonly StoredDraft[];
    try {
      found = await storage.read(personId);
    } catch {
      // A browser that keeps nothing has nothing to bring.
      return;
    }
    if (personId !== me) return;
    for (const [form, take] of forms) take(found.filter((draft) => draft.form === form));
  }

  return {
    of(form, shape) {
      type Value = z.infer<typeof shape>;
      const listeners = new Set<() => void>();
      let values: ReadonlyMap<string, Value> = new Map();
      function show(next: ReadonlyMap<string, Value>): void {
        values = next;
        for (const listener of [...listeners]) listener();
      }
      forms.set(form, (found) => {
        const next = new Map<string, Value>();
        for (const { annotationId, value } of found) {
          const parsed = shape.safeParse(value);
          if (parsed.success) next.set(annotationId, parsed.data);
        }
        // What was typed here since counts more than what is stored.
        for (const draft of pending.values()) {
          if (draft.form !== form) continue;
          const mine = values.get(draft.annotationId);
          if (mine === undefined) next.delete(draft.annotationId);
          else next.set(draft.annotationId, mine);
        }
        show(next);
      });
      return {
        subscribe(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        all: () => values,
        keep(annotationId, value) {
          const next = new Map(values);
          if (value === undefined) next.delete(annotationId);
          else next.set(annotationId, value);
          pending.set(`${form} ${annotationId}`, { annotationId, form, value });
          show(next);
          later(STORED_WITHIN);
        },
      };
    },
    enter(personId) {
      if (me === personId) return;
      if (me === undefined) {
        channel().hear((message) => {
          if (message.is === 'drafts' && message.personId === me) void load();
        });
      } else {
        pending.clear();
        for (const take of forms.values()) take([]);
      }
      me = personId;
      void load();
      later(STORED_WITHIN);
    },
    flush: () => void store(),
    fails: () => hasFailed && pending.size > 0,
    stored: async () => (me === undefined ? [] : storage.read(me)),
  };
}

/** The drafts of the pages. */
export const browserDrafts = createDrafts({
  storage: draftStorage(browserDatabase),
  channel: browserChannel,
  wait(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
});
