import { beforeEach, expect, it } from 'vitest';
import { EventStream } from './event-stream';
import type { Batch } from './log-pages';

const person = { id: '00000000-0000-4000-8000-00000000000a', name: 'Ada' };

/** How far each log reaches; what follows a position is told one at a time as `<log><position>;`. */
let tips: Record<string, number>;
let isSlow: boolean;
let now: number;
let ends: unknown[];
let stream: EventStream;
beforeEach(() => {
  tips = {};
  isSlow = false;
  now = 0;
  ends = [];
  stream = new EventStream({
    person,
    session: 'session',
    isDesk: true,
    attends: new Set(),
    after(log, position) {
      if (position >= (tips[log] ?? 0)) return undefined;
      const upTo = position + 1;
      const batch: Batch = { upTo, bytes: Buffer.from(`${log}${upTo};`) };
      return isSlow ? Promise.resolve(batch) : batch;
    },
    now: () => now,
    ended: (error) => ends.push(error),
  });
});

const say = (words: string) => Buffer.from(words);

/** What is handed over at the next reading. */
async function read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string | undefined> {
  const { value } = await reader.read();
  return value === undefined ? undefined : Buffer.from(value).toString();
}

function follow(log: string, position: number, tip: number): void {
  tips[log] = tip;
  stream.follow(log);
  stream.moveTo(log, position);
}

it('says how it begins, then what its logs have had since, then the newest words', async () => {
  follow('a', 1, 3);
  stream.begin(say('hello;'));
  stream.tell('weather', say('rain;'));
  stream.tell('weather', say('sun;'));
  expect(await read(stream.body.getReader())).toBe('hello;a2;a3;sun;');
});

it('tells nothing of a log before it has a place in it', async () => {
  tips = { a: 5 };
  stream.follow('a');
  stream.begin(say('hello;'));
  expect(await read(stream.body.getReader())).toBe('hello;');
});

it('tells the same from a log that has to be read first', async () => {
  isSlow = true;
  follow('a', 0, 3);
  const reader = stream.body.getReader();
  expect([await read(reader), await read(reader), await read(reader)]).toEqual(['a1;', 'a2;', 'a3;']);
});

it('tells a waiting reader at once what comes', async () => {
  follow('a', 0, 0);
  const reader = stream.body.getReader();
  const waiting = read(reader);
  tips['a'] = 1;
  stream.send();
  expect(await waiting).toBe('a1;');
});

it('lets no busy log keep another waiting', async () => {
  follow('busy', 0, 1_000_000);
  follow('calm', 0, 1);
  expect(await read(stream.body.getReader())).toContain('calm1;');
});

it('hands over about 64 KiB at once, however much there is, and makes nothing ahead', async () => {
  follow('a', 0, 1_000_000);
  const reader = stream.body.getReader();
  const first = (await read(reader))?.length ?? 0;
  expect(first).toBeGreaterThanOrEqual(64 * 1024);
  expect(first).toBeLessThan(65 * 1024);
  tips['a'] = 0;
  // Had it made more ahead, that would come now.
  stream.tell('weather', say('sun;'));
  expect(await read(reader)).toBe('sun;');
});

it('keeps only the newest word for a reader who does not read, and lets go where even those are too many', async () => {
  for (let told = 0; told < 100_000; told += 1) stream.tell('weather', say(`${told};`));
  expect(stream.isEnded).toBe(false);
  for (let thing = 0; thing < 2001; thing += 1) stream.tell(`thing ${thing}`, say('new;'));
  expect(ends).toEqual([undefined]);
  expect(await read(stream.body.getReader())).toBeUndefined();
});

it('says that it is alive after a quarter of a minute of silence, to a reader who waits', async () => {
  const reader = stream.body.getReader();
  const waiting = read(reader);
  now = 14_999;
  stream.tick();
  stream.tell('weather', say('sun;'));
  expect(await waiting).toBe('sun;');
  const next = read(reader);
  now += 15_000;
  stream.tick();
  expect(await next).toBe(':\n\n');
});

it('lets go of a reader who takes nothing for a minute', () => {
  now = 59_999;
  stream.tick();
  expect(stream.isEnded).toBe(false);
  now = 60_000;
  stream.tick();
  expect(ends).toEqual([undefined]);
});

it('ends with its last word, once, and tells nothing after it', async () => {
  const reader = stream.body.getReader();
  const waiting = read(reader);
  stream.end(say('bye;'));
  stream.end(say('bye again;'));
  stream.tell('weather', say('sun;'));
  expect([await waiting, await read(reader)]).toEqual(['bye;', undefined]);
  expect(ends).toHaveLength(1);
});

it('ends when the reader goes', async () => {
  await stream.body.getReader().cancel();
  stream.finish();
  stream.end(say('bye;'));
  expect(ends).toEqual([undefined]);
});

it('ends with the error that kept a log from being read', async () => {
  const broken = new Error('the disk is gone');
  stream = new EventStream({
    ...stream.options,
    after: () => Promise.reject(broken),
  });
  stream.follow('a');
  stream.moveTo('a', 0);
  expect(await read(stream.body.getReader())).toBeUndefined();
  expect(ends).toEqual([broken]);
});
