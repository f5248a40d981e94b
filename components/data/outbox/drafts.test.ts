import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type BrowserDatabase, opening } from './browser-database';
import type { Message } from './channel';
import { draftStorage } from './draft-storage';
import { createDrafts } from './drafts';

const Typed = z.object({ words: z.string() });
const nora = 'nora';
let databases = 0;

/** Two tabs on one database; what they tell each other arrives at once. */
function open() {
  databases += 1;
  const database = opening(`drafts-${databases}`);
  const heard: ((message: Message) => void)[] = [];
  let hasSpace = true;
  function openTab(personId = nora) {
    const storage = draftStorage(database);
    const timers: (() => void)[] = [];
    const drafts = createDrafts({
      storage: {
        ...storage,
        write: async (...given) => {
          if (!hasSpace) throw new DOMException('No space is left', 'QuotaExceededError');
          return storage.write(...given);
        },
      },
      channel: () => ({
        tell: (message) => {
          for (const listener of heard) listener(message);
        },
        hear: (listener) => heard.push(listener),
      }),
      wait(_, then) {
        timers.push(then);
        return () => timers.splice(timers.indexOf(then), 1);
      },
    });
    const form = drafts.of('details', Typed);
    drafts.enter(personId);
    const settle = async () => {
      for (const timer of timers.splice(0)) timer();
      for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    };
    return { drafts, form, settle, typed: () => form.all().get('mark')?.words };
  }
  return {
    openTab,
    database,
    fill: (isFull: boolean) => {
      hasSpace = !isFull;
    },
  };
}

describe('what is typed and not saved', () => {
  it('is there again after the page, until it is saved or given up', async () => {
    const { openTab } = open();
    const tab = openTab();
    tab.form.keep('mark', { words: 'Aid dou' });
    tab.form.keep('mark', { words: 'Aid doubled' });
    expect(tab.typed()).toBe('Aid doubled');
    await tab.settle();
    const next = openTab();
    await next.settle();
    expect(next.typed()).toBe('Aid doubled');
    next.form.keep('mark', undefined);
    await next.settle();
    const last = openTab();
    await last.settle();
    expect(last.typed()).toBeUndefined();
  });

  it('is stored at once when the page goes', async () => {
    const { openTab } = open();
    const tab = openTab();
    await tab.settle();
    tab.form.keep('mark', { words: 'Aid' });
    tab.drafts.flush();
    const next = openTab();
    await next.settle();
    expect(next.typed()).toBe('Aid');
  });

  it('is shared by tabs, and what is typed here stays', async () => {
    const { openTab } = open();
    const [one, other] = [openTab(), openTab()];
    await one.settle();
    await other.settle();
    one.form.keep('mark', { words: 'Mine' });
    other.form.keep('other', { words: 'Theirs' });
    await one.settle();
    expect(other.typed()).toBe('Mine');
    expect(other.form.all().get('other')?.words).toBe('Theirs');
    await other.settle();
    expect(one.form.all().get('other')?.words).toBe('Theirs');
  });

  it('is nobody else’s', async () => {
    const { openTab } = open();
    const tab = openTab();
    tab.form.keep('mark', { words: 'Aid' });
    await tab.settle();
    const theirs = openTab('rhea');
    await theirs.settle();
    expect(theirs.typed()).toBeUndefined();
    theirs.drafts.enter(nora);
    await theirs.settle();
    expect(theirs.typed()).toBe('Aid');
  });

  it('stays stored where it cannot be read', async () => {
    const { openTab, database } = open();
    const found: BrowserDatabase = await database.database();
    await found.put('drafts', { sentences: 3 }, [nora, 'mark', 'details']);
    const tab = openTab();
    await tab.settle();
    expect(tab.typed()).toBeUndefined();
    expect(await tab.drafts.stored()).toEqual([
      { annotationId: 'mark', form: 'details', value: { sentences: 3 } },
    ]);
  });

  it('is asked about on leaving only while the browser cannot keep it', async () => {
    const { openTab, fill } = open();
    const tab = openTab();
    await tab.settle();
    fill(true);
    tab.form.keep('mark', { words: 'Aid' });
    await tab.settle();
    expect(tab.drafts.fails()).toBe(true);
    fill(false);
    await tab.settle();
    expect(tab.drafts.fails()).toBe(false);
    const next = openTab();
    await next.settle();
    expect(next.typed()).toBe('Aid');
  });
});
