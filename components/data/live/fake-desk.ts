/** A desk that tells what happens on its articles, for tests: streams that one can follow, cut and refuse. */
import type { Opened } from './desk-stream';

interface FakeStream {
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  /** How far each followed article was told. */
  readonly places: Map<string, number>;
}

/** Articles are known by any id here; a change is told as a resync, which needs no mark. */
export function fakeDesk() {
  const ends = new Map<string, number>();
  const streams = new Set<FakeStream>();
  const asked: ReadonlyMap<string, number>[] = [];
  let answers: Exclude<Opened['is'], 'open'> | 'open' | 'nothing' = 'open';

  function send({ controller }: FakeStream, text: string): void {
    controller.enqueue(new TextEncoder().encode(text));
  }

  function tell(stream: FakeStream): void {
    for (const [id, place] of stream.places) {
      const end = ends.get(id) ?? 0;
      for (let position = place + 1; position <= end; position += 1) {
        send(stream, `event: resync\ndata: ${JSON.stringify({ articleId: id, position })}\n\n`);
      }
      stream.places.set(id, Math.max(place, end));
    }
  }

  return {
    /** With which places each stream was asked for. */
    asked,
    /** How many streams are open now. */
    open: () => streams.size,
    /** What is answered from now on to whoever asks for a stream. */
    answer(next: typeof answers) {
      answers = next;
    },
    async connect(places: ReadonlyMap<string, number>, signal: AbortSignal): Promise<Opened> {
      asked.push(places);
      if (answers === 'nothing') throw new TypeError('no network');
      if (answers !== 'open') return { is: answers };
      let stream: FakeStream | undefined;
      const end = () => stream && streams.delete(stream);
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          stream = { controller, places: new Map(places) };
          streams.add(stream);
          tell(stream);
        },
        cancel: () => void end(),
      });
      signal.addEventListener('abort', end, { once: true });
      return { is: 'open', body };
    },
    /** Something happens to an article; whoever follows it is told. Gives how far its log goes now. */
    happen(articleId: string): number {
      const position = (ends.get(articleId) ?? 0) + 1;
      ends.set(articleId, position);
      for (const stream of streams) tell(stream);
      return position;
    },
    /** Says on every stream that it is alive. */
    beat() {
      for (const stream of streams) send(stream, ':\n\n');
    },
    /** Ends every stream, with a last word or without. */
    end(last = '') {
      for (const stream of streams) {
        if (last !== '') send(stream, last);
        stream.controller.close();
      }
      streams.clear();
    },
  };
}
