/** Reads a stream of events until it ends. */
import { createParser } from 'eventsource-parser';
import { readStreamEvent, type StreamEvent } from './stream-event';

/** Without a word for so long (milliseconds) a stream counts as broken; the desk says every 15 s that it is alive. */
export const LONGEST_SILENCE = 40_000;

/** What is told of a stream while it is read. */
export interface StreamListener {
  /** Events that came together, in order. */
  readonly onEvents: (events: readonly StreamEvent[]) => void;
  /** How long to wait before coming back once it has ended (milliseconds), as the desk wishes. */
  readonly onRetry: (pause: number) => void;
}

/**
 * Reads the body until the desk ends it, the connection breaks or it falls silent. Resolves in all three cases: what
 * follows is the same. Once `signal` is aborted nothing is told any more.
 */
export async function readStream(
  body: ReadableStream<Uint8Array>,
  { onEvents, onRetry }: StreamListener,
  signal: AbortSignal,
): Promise<void> {
  let events: StreamEvent[] = [];
  const parser = createParser({
    onEvent(message) {
      const event = readStreamEvent(message);
      if (event !== undefined) events.push(event);
    },
    onRetry,
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  const giveUp = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', giveUp, { once: true });
  let silence = setTimeout(giveUp, LONGEST_SILENCE);
  try {
    for (let read = await reader.read(); !read.done && !signal.aborted; read = await reader.read()) {
      clearTimeout(silence);
      silence = setTimeout(giveUp, LONGEST_SILENCE);
      parser.feed(decoder.decode(read.value, { stream: true }));
      if (events.length > 0) onEvents(events);
      events = [];
    }
  } catch {
    // The connection broke: for whoever reads, the end like any other.
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', giveUp);
    giveUp();
  }
}
