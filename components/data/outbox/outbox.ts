/** All that is unsent in this browser, as a tab has it: a store for each box of its person, and how many others wait. */

import {
  type BoxState,
  createUnsentStore,
  emptyState,
  type UnsentStore,
  type UnsentWorld,
} from '@/components/data/unsent-store';
import type { Annotation } from '@/domain/annotation';
import type { Person } from '@/domain/person';
import type { BoxId } from './box';
import type { BoxStorage } from './box-storage';
import type { Channel, Message } from './channel';

/** What an outbox needs from the world. */
export interface OutboxWorld
  extends Pick<UnsentWorld, 'wait' | 'random' | 'send' | 'received' | 'report' | 'newKey' | 'readCurrent'> {
  readonly storage: BoxStorage;
  /** The same one each time. */
  readonly channel: () => Channel;
  readonly alone: (name: string, work: () => Promise<void>) => Promise<void>;
  /** Told when the marks of an article are worth reading again. */
  readonly readAgain: (articleId: string) => void;
}

/** A box of the person's that this tab has opened. */
export interface OpenBox extends BoxId {
  readonly headline: string | undefined;
  readonly store: UnsentStore;
}

/** Somebody else's unsent changes, which wait in this browser for their owner. */
export interface Waiting {
  readonly person: Person;
  readonly count: number;
}

export interface OutboxView {
  /** In the order in which this tab came to know of them. */
  readonly boxes: readonly OpenBox[];
  readonly others: readonly Waiting[];
  /** Whether it was looked what there is; until then nobody knows what is unsent. */
  readonly isRead: boolean;
  /** Whether this browser keeps anything, as far as is known. */
  readonly works: boolean;
}

export const emptyView: OutboxView = { boxes: [], others: [], isRead: false, works: true };

export interface Outbox {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => OutboxView;
  /** Says whose page this is and opens all that this person has unsent. */
  readonly enter: (person: Person) => void;
  /** What this page's person has unsent of an article; the same object as long as it is the same. */
  readonly stateOf: (articleId: string) => BoxState;
  /** The store of one article; the headline, where it is known, is for people to know it by. */
  readonly storeOf: (person: Person, article: { id: string; headline?: string }) => UnsentStore;
  /** Tries at once what the person has unsent, after whatever may have brought the desk back. */
  readonly wake: () => void;
  readonly forgetUnreadable: (box: BoxId, place: number) => Promise<void>;
}

/** How long after a failure to read what is stored it is tried again, in milliseconds. */
const LOOKING_PAUSE = 5000;

/** An outbox of nobody's yet. */
export function createOutbox(world: OutboxWorld): Outbox {
  const boxes = new Map<string, OpenBox>();
  const listeners = new Set<() => void>();
  let me: Person | undefined;
  let view = emptyView;

  function show(change: Partial<OutboxView>): void {
    view = { ...view, ...change };
    for (const listener of [...listeners]) listener();
  }

  function mine(): readonly OpenBox[] {
    return [...boxes.values()].filter(({ person }) => person.id === me?.id);
  }

  function openBox(person: Person, articleId: string, headline: string | undefined): OpenBox {
    const key = `${person.id} ${articleId}`;
    const known = boxes.get(key);
    if (known !== undefined && (headline === undefined || known.headline === headline)) return known;
    const store = known?.store ?? newStore(key, { person, articleId });
    const box = { person, articleId, headline: headline ?? known?.headline, store };
    boxes.set(key, box);
    // Later, because a store is also asked for while something is drawn.
    queueMicrotask(() => show({ boxes: mine() }));
    return box;
  }

  function newStore(key: string, id: BoxId): UnsentStore {
    const store = createUnsentStore({
      ...world,
      keep: (steps, known) =>
        world.storage.advance({ ...id, headline: boxes.get(key)?.headline }, steps, known),
      alone: (work) => world.alone(`bluepencil-outbox ${key}`, work),
      announce: (answers) => tell(id, answers),
      readAgain: () => world.readAgain(id.articleId),
    });
    store.subscribe(() => show({}));
    return store;
  }

  function tell({ person, articleId }: BoxId, answers: readonly Annotation[]): void {
    world.channel().tell({ is: 'box', personId: person.id, articleId, answers: [...answers] });
  }

  /** Opens what is stored of the person's and counts what is others'. */
  async function look(): Promise<void> {
    try {
      const found = await world.storage.list();
      for (const { person, articleId, headline } of found) {
        if (person.id === me?.id) openBox(me, articleId, headline);
      }
      const counts = new Map<string, Waiting>();
      for (const { person, count } of found) {
        if (person.id === me?.id) continue;
        counts.set(person.id, { person, count: count + (counts.get(person.id)?.count ?? 0) });
      }
      show({ others: [...counts.values()], isRead: true, works: true });
    } catch (error) {
      world.report(error);
      show({ isRead: true, works: false });
      world.wait(LOOKING_PAUSE, () => void look());
    }
  }

  function hear(message: Message): void {
    if (message.is !== 'box') return;
    const { personId, articleId, answers } = message;
    const known = boxes.get(`${personId} ${articleId}`);
    known?.store.reread(answers);
    if (known === undefined || personId !== me?.id) void look();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => view,
    enter(person) {
      if (me?.id === person.id) return;
      if (me === undefined) world.channel().hear(hear);
      me = person;
      show({ boxes: mine(), isRead: false });
      void look();
    },
    stateOf: (articleId) => boxes.get(`${me?.id} ${articleId}`)?.store.current() ?? emptyState,
    storeOf: (person, { id, headline }) => openBox(person, id, headline).store,
    wake() {
      for (const { store } of mine()) store.retry();
      void look();
    },
    async forgetUnreadable(box, place) {
      await world.storage.forgetUnreadable(box, place);
      boxes.get(`${box.person.id} ${box.articleId}`)?.store.reread([]);
      tell(box, []);
    },
  };
}
