/** Somebody who follows an article, comes back wherever the stream broke, and notices everything that is not in order. */
import { z } from 'zod';
import { streamEvents } from '@/domain/contract/events';
import type { Client } from './client';
import { type Ended, type Heard, type Listening, type ListenOptions, listen } from './listen';

/** How long to wait before coming back where nobody answered, in milliseconds. */
const PAUSE = 20;

export class Subscriber {
  /** The position up to which everything was applied. */
  position: number;
  /** What was applied, in order: position, number across logs, subject and its version. */
  readonly applied: string[] = [];
  /** What was not in order, in sentences. */
  readonly problems: string[] = [];
  /** Goodbyes by their reason. */
  readonly byes: string[] = [];
  private readonly client: Client;
  private readonly path: string;
  private listening: Listening | undefined;
  private isGone = false;

  /** Has everything up to a position, and wants what follows. */
  constructor(client: Client, articleId: string, after = 0) {
    this.client = client;
    this.path = `/api/articles/${articleId}/events?after=${after}`;
    this.position = after;
  }

  /** Listens until the stream ends, once, from where it stands. */
  async listenOnce(cut?: ListenOptions['cut']): Promise<Ended> {
    const listening = listen(this.client, {
      path: this.path,
      lastEventId: String(this.position),
      heard: (event) => this.hear(event),
      ...(cut === undefined ? {} : { cut }),
    });
    this.listening = listening;
    if (this.isGone) listening.close();
    const ended = await listening.ended;
    // A server that is ending or not there yet says so; everything else is a surprise.
    if (ended.how === 'refused' && ended.status !== 503)
      this.problems.push(`it was answered ${ended.status}`);
    if (ended.bytes === 0 && !this.isGone) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return ended;
  }

  /** Listens, and comes back whenever the stream ends, until it is told to leave. */
  async follow(): Promise<void> {
    while (!this.isGone) await this.listenOnce();
  }

  leave(): void {
    this.isGone = true;
    this.listening?.close();
  }

  private hear({ name, id, data }: Heard): void {
    if (name === 'bye') this.byes.push(streamEvents.bye.parse(data).reason);
    if (name === 'resync') this.problems.push('it was told to read everything anew');
    if (name !== 'change') return;
    const { position, seq, subjectId, after } = streamEvents.change.parse(data);
    if (id !== String(position)) this.problems.push(`position ${position} had the id ${id}`);
    if (position <= this.position) {
      this.problems.push(`position ${position} came again after ${this.position}`);
      return;
    }
    if (position > this.position + 1) {
      this.problems.push(`position ${position} came after ${this.position}`);
    }
    this.position = position;
    const version = z.object({ version: z.number() }).parse(after).version;
    this.applied.push(lineOf({ position, seq, subjectId, version }));
  }
}

/** A change as a subscriber and the log can be compared by it. */
export function lineOf(change: {
  readonly position: number;
  readonly seq: number;
  readonly subjectId: string;
  readonly version: number;
}): string {
  return `${change.position} ${change.seq} ${change.subjectId} ${change.version}`;
}
