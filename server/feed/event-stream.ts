/**
 * One open stream. It keeps places, not events: where it stands in each log, and for everything else only the newest
 * word. So a reader who is slow, or who stops reading, costs no more memory than one who is not, and catching up is the
 * same as going on: what follows the place is told, whether it was written before the stream opened or since.
 */
import type { Person } from '@/domain/person';
import { HEARTBEAT } from './encode';
import { type Batch, MOST_AT_ONCE } from './log-pages';

/** A silent stream says that it is alive after so long (milliseconds); proxies cut what is silent for a minute. */
const HEARTBEAT_AFTER = 15_000;
/** Whoever takes nothing for so long is let go (milliseconds). */
const STALLED_AFTER = 60_000;
/** Whoever has so many words waiting is let go: what they show is so old that they had better begin anew. */
const MOST_NOTICES = 2000;

export interface StreamOptions {
  readonly person: Person;
  /** The session that it was opened with. */
  readonly session: string;
  /** Whether it tells of the whole desk, or only of the articles that it follows. */
  readonly isDesk: boolean;
  /** The articles where its person is listed because of it. */
  readonly attends: Set<string>;
  /** What follows a position in a log; undefined when that is all. */
  after(log: string, position: number, withIds: boolean): Batch | undefined | Promise<Batch>;
  /** The present instant (milliseconds). */
  now(): number;
  /** Called once when it has ended, however that came; with the error if one ended it. */
  ended(error?: unknown): void;
}

export class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  readonly options: StreamOptions;
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  /** Where it stands in each log; the one that was told last is last. */
  private readonly places = new Map<string, number>();
  /** What comes before anything else, in order. */
  private readonly first: Uint8Array[] = [];
  /** The newest word about each thing, in the order in which they were told. */
  private readonly notices = new Map<string, Uint8Array>();
  /** Whether the reader waits for more. */
  private isWanted = false;
  private isReading = false;
  private hasEnded = false;
  private sentAt: number;

  constructor(options: StreamOptions) {
    this.options = options;
    this.sentAt = options.now();
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller;
        },
        pull: () => {
          this.isWanted = true;
          this.send();
        },
        // The reader closes it.
        cancel: () => this.conclude(),
      },
      // Nothing is made before the reader asks for it.
      { highWaterMark: 0 },
    );
  }

  /** The logs that it follows. */
  get logs(): Iterable<string> {
    return this.places.keys();
  }

  get isEnded(): boolean {
    return this.hasEnded;
  }

  /** Takes a log among those that it follows; tells nothing of it until it is moved to a position. */
  follow(log: string): void {
    this.places.set(log, Number.POSITIVE_INFINITY);
  }

  /** Goes on after a position in a log. */
  moveTo(log: string, position: number): void {
    this.places.delete(log);
    this.places.set(log, position);
  }

  /** Says these bytes before anything else. */
  begin(bytes: Uint8Array): void {
    this.first.push(bytes);
  }

  /** Tells a thing's newest word; what it said before and was not sent yet is forgotten. */
  tell(thing: string, bytes: Uint8Array): void {
    if (this.hasEnded) return;
    this.notices.delete(thing);
    this.notices.set(thing, bytes);
    if (this.notices.size > MOST_NOTICES) this.finish();
    else this.send();
  }

  /** Sends what is due, as soon as the reader wants it. */
  send(): void {
    if (!this.isWanted || this.isReading || this.hasEnded) return;
    const due = this.gather();
    if (due.length > 0) this.enqueue(due);
  }

  /** Keeps a silent stream alive, and lets go of one that is not read. */
  tick(): void {
    const silence = this.options.now() - this.sentAt;
    if (this.isWanted && silence >= HEARTBEAT_AFTER) this.enqueue([HEARTBEAT]);
    else if (!this.isWanted && silence >= STALLED_AFTER) this.finish();
  }

  /** Ends it with a last word. */
  end(last: Uint8Array): void {
    if (this.hasEnded) return;
    this.controller?.enqueue(last);
    this.finish();
  }

  /** Ends it without a word, because of an error if one is given. */
  finish(error?: unknown): void {
    if (this.hasEnded) return;
    this.controller?.close();
    this.conclude(error);
  }

  private conclude(error?: unknown): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.first.length = 0;
    this.notices.clear();
    this.options.ended(error);
  }

  /** What is due, about `MOST_AT_ONCE` of it. A log that has to be read first follows by itself. */
  private gather(): Uint8Array[] {
    const due = this.first.splice(0);
    let size = due.reduce((sum, { length }) => sum + length, 0);
    // A log that was told moves to the end, so that a busy one does not keep the others waiting.
    for (const [log, position] of this.places) {
      if (size >= MOST_AT_ONCE) return due;
      const batch = this.options.after(log, position, !this.options.isDesk);
      if (batch === undefined) continue;
      if (batch instanceof Promise) {
        this.awaitBatch(log, batch);
        return due;
      }
      this.moveTo(log, batch.upTo);
      due.push(batch.bytes);
      size += batch.bytes.length;
    }
    for (const [thing, bytes] of this.notices) {
      if (size >= MOST_AT_ONCE) return due;
      this.notices.delete(thing);
      due.push(bytes);
      size += bytes.length;
    }
    return due;
  }

  private awaitBatch(log: string, reading: Promise<Batch>): void {
    this.isReading = true;
    reading.then(
      (batch) => {
        this.isReading = false;
        if (this.hasEnded) return;
        this.moveTo(log, batch.upTo);
        // The reader may have been given something meanwhile and want no more yet: then this comes first.
        this.first.push(batch.bytes);
        this.send();
      },
      (error: unknown) => this.finish(error),
    );
  }

  private enqueue(due: readonly Uint8Array[]): void {
    const [only, ...more] = due;
    if (only === undefined) return;
    this.isWanted = false;
    this.sentAt = this.options.now();
    this.controller?.enqueue(more.length === 0 ? only : Buffer.concat(due));
  }
}
