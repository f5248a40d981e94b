import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from './connection';
import { openDeskStream } from './desk-stream';
import { fakeDesk } from './fake-desk';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const one = '00000000-0000-4000-8000-000000000001';
const other = '00000000-0000-4000-8000-000000000002';
const bye = (reason: string) => `event: bye\ndata: {"reason":"${reason}"}\n\n`;

function aStream(desk = fakeDesk()) {
  const told: string[] = [];
  const connections: Connection[] = [];
  const firsts: boolean[] = [];
  const stream = openDeskStream({
    open: desk.connect,
    onConnection: (connection) => void connections.push(connection),
    onEvents(events, isFirst) {
      firsts.push(isFirst);
      for (const { name, data } of events) {
        told.push(name === 'resync' ? `${data.articleId === one ? 'one' : 'other'} ${data.position}` : name);
      }
    },
    chance: () => 0.5,
  });
  return { desk, stream, told, connections, firsts };
}

const soon = () => vi.advanceTimersByTimeAsync(1);

describe('a stream of the desk', () => {
  it('goes on after the last position when it was cut', async () => {
    const { desk, stream, told, connections } = aStream();
    stream.follow(new Map([[one, 0]]));
    await soon();
    desk.happen(one);
    await soon();
    desk.end();
    await soon();
    desk.happen(one);
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toEqual(['one 1', 'one 2']);
    expect(desk.asked).toEqual([new Map([[one, 0]]), new Map([[one, 1]])]);
    expect(connections).toEqual(['live', 'connecting', 'live']);
  });

  it('is opened anew for another article, and only then let go', async () => {
    const { desk, stream, told } = aStream();
    stream.follow(new Map([[one, 0]]));
    await soon();
    desk.happen(one);
    await soon();
    stream.follow(
      new Map([
        [one, 0],
        [other, 4],
      ]),
    );
    desk.happen(one);
    await soon();
    expect(desk.open()).toBe(1);
    expect(desk.asked.at(-1)?.get(other)).toBe(4);
    expect(new Set(told)).toEqual(new Set(['one 1', 'one 2']));
    stream.follow(
      new Map([
        [other, 0],
        [one, 0],
      ]),
    );
    await soon();
    expect(desk.asked).toHaveLength(2);
  });

  it('waits longer with each failure, and not at all when there is reason to hope', async () => {
    const { desk, stream, connections } = aStream();
    desk.answer('nothing');
    stream.follow(new Map());
    await soon();
    expect(connections).toEqual(['offline']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(desk.asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1998);
    expect(desk.asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(desk.asked).toHaveLength(3);
    desk.answer('open');
    stream.tryNow();
    await soon();
    expect(connections.at(-1)).toBe('live');
    stream.tryNow();
    expect(desk.asked).toHaveLength(4);
  });

  it.each(['when the desk says so', 'when it is asked for'])(
    'stops once the session has ended, %s, and goes on when somebody has signed in',
    async (when) => {
      const { desk, stream, connections } = aStream();
      if (when === 'when it is asked for') desk.answer('signedOut');
      stream.follow(new Map([[one, 0]]));
      await soon();
      desk.answer('signedOut');
      desk.end(bye('signedOut'));
      await soon();
      expect(connections.at(-1)).toBe('signedOut');
      const asked = desk.asked.length;
      await vi.advanceTimersByTimeAsync(120_000);
      expect(desk.asked).toHaveLength(asked);
      desk.answer('open');
      stream.tryNow();
      await soon();
      expect(connections.at(-1)).toBe('live');
    },
  );

  it('comes back as soon as a desk wishes that shuts down', async () => {
    const { desk, stream, connections } = aStream();
    stream.follow(new Map());
    await soon();
    desk.end(`retry: 200\n\n${bye('shutdown')}`);
    await vi.advanceTimersByTimeAsync(199);
    expect(connections.at(-1)).toBe('connecting');
    await vi.advanceTimersByTimeAsync(2);
    expect(connections.at(-1)).toBe('live');
  });

  it('is kept when another cannot be had for the moment', async () => {
    const { desk, stream, told, connections } = aStream();
    stream.follow(new Map([[one, 0]]));
    await soon();
    desk.answer('refused');
    stream.follow(
      new Map([
        [one, 0],
        [other, 0],
      ]),
    );
    await soon();
    desk.happen(one);
    await soon();
    expect(told).toEqual(['one 1']);
    desk.answer('open');
    desk.happen(other);
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toEqual(['one 1', 'other 1']);
    expect(connections).toEqual(['live', 'live']);
  });

  it('says with its first words that they are the first', async () => {
    const { desk, stream, firsts } = aStream();
    desk.happen(one);
    stream.follow(new Map([[one, 0]]));
    await soon();
    desk.happen(one);
    await soon();
    expect(firsts).toEqual([true, false]);
  });

  it('tells nothing once it is closed', async () => {
    const { desk, stream, told } = aStream();
    stream.follow(new Map([[one, 0]]));
    await soon();
    stream.close();
    desk.happen(one);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([]);
    expect(desk.open()).toBe(0);
    expect(desk.asked).toHaveLength(1);
  });
});
