import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, nothingUnsent, type Step } from '@/components/data/unsent';
import {
  articleId,
  changeOf,
  creationOf,
  nora,
  quoteMark,
  rhea,
  writeOf,
} from '@/components/data/unsent-examples';
import type { Write } from '@/components/data/write';
import { emptyBox, placesAfter } from './box';
import { boxStorage } from './box-storage';
import { opening } from './browser-database';

const box = { person: nora, articleId, headline: 'Aid' };
let databases = 0;
let stamps = 0;

function open() {
  databases += 1;
  const database = opening(`boxes-${databases}`);
  const storage = boxStorage(database, () => {
    stamps += 1;
    return `stamp-${stamps}`;
  });
  return { storage, database: () => database.database() };
}

const made = (write: Write): Step => ({ type: 'made', write });

describe('a box of unsent writes', () => {
  it('is read as it was stored, by whoever comes next', async () => {
    const { storage } = open();
    const steps = [made(changeOf(quoteMark(1), { note: 'Hm.' })), made(creationOf(quoteMark(2)))];
    const stored = await storage.advance(box, steps, emptyBox);
    const read = await storage.advance(box, [], emptyBox);
    expect(read).toEqual(stored);
    expect(read.unsent).toEqual(steps.reduce(advance, nothingUnsent));
    expect(await storage.list()).toEqual([{ ...box, count: 2 }]);
  });

  it('is one per person and article', async () => {
    const { storage } = open();
    await storage.advance(box, [made(changeOf(quoteMark(1), { note: 'Hm.' }))], emptyBox);
    const theirs = await storage.advance({ ...box, person: rhea }, [], emptyBox);
    expect(theirs).toEqual(emptyBox);
  });

  it('keeps the text once for all its writes, and only as long as one needs it', async () => {
    const { storage, database } = open();
    const first = changeOf(quoteMark(1), { note: 'Hm.' });
    const second = changeOf(quoteMark(2), { note: 'Ha.' });
    await storage.advance(box, [made(first), made(second)], emptyBox);
    const found = await database();
    expect(await found.count('texts')).toBe(1);
    expect(JSON.stringify(await found.getAll('writes'))).not.toContain(first.act.text);
    const sent = ({ key, wanted }: Write): Step => ({ type: 'sent', key, answer: wanted });
    await storage.advance(box, [sent(first)], emptyBox);
    expect(await found.count('texts')).toBe(1);
    await storage.advance(box, [sent(second)], emptyBox);
    expect([await found.count('texts'), await found.count('writes'), await found.count('boxes')]).toEqual([
      0, 0, 0,
    ]);
  });

  it('does not read again what this tab knows', async () => {
    const { storage } = open();
    const stored = await storage.advance(box, [made(changeOf(quoteMark(1), { note: 'Hm.' }))], emptyBox);
    expect(await storage.advance(box, [], stored)).toBe(stored);
  });

  const damages: Readonly<Record<string, unknown>> = {
    'a write of another program': { stamp: 's', words: 'later' },
    'a write whose text is gone': undefined,
    'no object at all': 7,
  };
  it.each(Object.keys(damages))('keeps %s aside, in its place, and goes on', async (name) => {
    const { storage, database } = open();
    const [one, other] = [changeOf(quoteMark(1), { note: 'Hm.' }), changeOf(quoteMark(2), { note: 'Ha.' })];
    await storage.advance(box, [made(one), made(other)], emptyBox);
    const found = await database();
    const [key] = await found.getAllKeys('writes');
    if (key === undefined) throw new Error('nothing was stored');
    const before = await found.get('writes', key);
    const damage = damages[name] ?? {
      ...(typeof before === 'object' ? before : {}),
      stamp: 's',
      textId: 'nowhere',
    };
    await found.put('writes', damage, key);

    const later = changeOf(quoteMark(3), { note: 'Ho.' });
    const stored = await storage.advance(box, [made(later)], emptyBox);
    expect(stored.unreadable).toEqual([{ place: key[2], found: damage }]);
    expect(stored.unsent.writes.map(({ key: kept }) => kept)).toEqual([other.key, later.key]);
    expect(await found.get('writes', key)).toEqual(damage);
    expect(await storage.list()).toMatchObject([{ count: 3 }]);

    await storage.forgetUnreadable(box, key[2]);
    const after = await storage.advance(box, [], stored);
    expect(after.unreadable).toEqual([]);
    expect(after.unsent.writes).toHaveLength(2);
  });

  it('rejects and stores nothing when one of the writes cannot be stored', async () => {
    const { storage } = open();
    const good = made(changeOf(quoteMark(1), { note: 'Hm.' }));
    const write = writeOf(quoteMark(2), { type: 'remove' });
    // A function cannot be cloned, as a full disk cannot take anything in.
    const bad = made({ ...write, ask: { type: 'remove', why: () => undefined } as Write['ask'] });
    await expect(storage.advance(box, [good, bad], emptyBox)).rejects.toThrow();
    expect(await storage.advance(box, [], emptyBox)).toEqual(emptyBox);
  });
});

describe('the places of writes', () => {
  it('keep their order whatever comes, goes, or takes another’s turn, and never take what cannot be read', () => {
    const writes = Array.from({ length: 12 }, (_, index) => ({
      ...changeOf(quoteMark(1), { note: `${index}` }),
      key: `k${index}`,
    }));
    const lists = fc.shuffledSubarray(writes, { minLength: 1 });
    const aside = fc.uniqueArray(fc.integer({ min: -2, max: 14 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.subarray(writes), lists, aside, (before, mixed, unread) => {
        const unreadable = unread.map((place) => ({ place: place + 0.5, found: undefined }));
        const entries = before.map((write, index) => ({ place: index + 1, stamp: '', write }));
        // What stays keeps its order; what is new may stand anywhere between.
        const staying = before.filter((write) => mixed.includes(write));
        let next = 0;
        const after = mixed.map((write) => {
          if (!before.includes(write)) return write;
          next += 1;
          return staying[next - 1] ?? write;
        });
        const places = placesAfter({ entries, unreadable }, after);
        expect(places).toEqual([...places].toSorted((one, other) => one - other));
        expect(new Set([...places, ...unreadable.map(({ place }) => place)]).size).toBe(
          places.length + unreadable.length,
        );
        for (const [index, write] of after.entries()) {
          const known = entries.find((entry) => entry.write === write);
          if (known !== undefined) expect(places[index]).toBe(known.place);
        }
      }),
    );
  });
});
