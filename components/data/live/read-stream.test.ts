import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LONGEST_SILENCE, readStream } from './read-stream';
import type { StreamEvent } from './stream-event';

afterEach(() => vi.useRealTimers());

const articleId = '00000000-0000-4000-8000-00000000000b';
const resync = (position: number) => `event: resync\ndata: ${JSON.stringify({ articleId, position })}\n\n`;

/** Reads the chunks as a stream that then ends; gives what was told. */
async function read(chunks: readonly Uint8Array[]) {
  const events: StreamEvent[] = [];
  const retries: number[] = [];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const listener = {
    onEvents: (told: readonly StreamEvent[]) => void events.push(...told),
    onRetry: (pause: number) => void retries.push(pause),
  };
  await readStream(body, listener, new AbortController().signal);
  return { events, retries };
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a stream of events', () => {
  it('is told whole, wherever the network cuts it', async () => {
    const people = [{ id: articleId, name: 'Zoë 🦦' }];
    const told = `retry: 1500\n\n:\n\n${resync(3)}event: here\ndata: ${JSON.stringify({ articleId, people })}\n\n${resync(4)}`;
    const all = bytes(told);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: all.length })), async (cuts) => {
        const places = [0, ...cuts.toSorted((one, other) => one - other), all.length];
        const chunks = places.slice(1).map((end, at) => all.slice(places[at], end));
        expect(await read(chunks)).toEqual({
          events: [
            { name: 'resync', data: { articleId, position: 3 } },
            { name: 'here', data: { articleId, people } },
            { name: 'resync', data: { articleId, position: 4 } },
          ],
          retries: [1500],
        });
      }),
    );
  });

  it('leaves out what it does not know or cannot read, and goes on', async () => {
    const odd =
      'event: weather\ndata: {}\n\nevent: resync\ndata: {"articleId":\n\nevent: toString\ndata: {}\n\n';
    expect((await read([bytes(`${odd}${resync(5)}`)])).events).toHaveLength(1);
  });

  it('ends when nothing is heard for too long, but not while it only says that it is alive', async () => {
    vi.useFakeTimers();
    let say: (text: string) => void = () => undefined;
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        say = (text) => controller.enqueue(bytes(text));
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    const listener = { onEvents: () => undefined, onRetry: () => undefined };
    const reading = readStream(body, listener, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(LONGEST_SILENCE - 1);
    say(':\n\n');
    await vi.advanceTimersByTimeAsync(LONGEST_SILENCE - 1);
    expect(isCancelled).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await reading;
    expect(isCancelled).toBe(true);
  });

  it('tells nothing more once it is given up', async () => {
    const giveUp = new AbortController();
    const events: StreamEvent[] = [];
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        controller.enqueue(bytes(resync(events.length)));
      },
    });
    const onEvents = (told: readonly StreamEvent[]) => {
      events.push(...told);
      if (events.length >= 3) giveUp.abort();
    };
    await readStream(body, { onEvents, onRetry: () => undefined }, giveUp.signal);
    expect(events).toHaveLength(3);
  });
});
