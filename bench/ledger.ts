/** What a harness asked for and what it was told: the measure that the database is held to afterwards. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer, Client, Sent } from './client';

/** A write with its key; `answer` is what the client was told, absent while it does not know. */
export interface Write extends Sent {
  readonly idempotencyKey: string;
  readonly client: Client;
  answer?: Answer;
  /** Why it was not answered the last time, as the system calls it: `ECONNREFUSED` when nobody took it at all. */
  failure?: string;
}

/** An annotation as an answer shows it. */
export const Standing = z.object({
  id: z.string(),
  version: z.number(),
  author: z.object({ id: z.string(), name: z.string() }),
  deletedAt: z.string().optional(),
});
export type Standing = z.infer<typeof Standing>;

export class Ledger {
  readonly writes: Write[] = [];
  /** The newest state of each annotation that an answer told of. */
  readonly known = new Map<string, Standing>();
  #awaited: { left: number; readonly resolve: () => void } | undefined;

  /** Sends a write under a new key; it stays unanswered when the server dies over it. */
  async send(client: Client, request: Sent): Promise<Answer | undefined> {
    const write: Write = { ...request, client, idempotencyKey: randomUUID() };
    this.writes.push(write);
    return this.#sendAgain(write);
  }

  /** Resolves when so many more writes have been answered. */
  answered(more: number): Promise<void> {
    return new Promise((resolve) => {
      this.#awaited = { left: more, resolve };
    });
  }

  get unanswered(): readonly Write[] {
    return this.writes.filter(({ answer }) => answer === undefined);
  }

  /** Sends what was not answered once more, with the same keys. */
  async replay(): Promise<number> {
    const { unanswered } = this;
    await Promise.all(unanswered.map((write) => this.#sendAgain(write)));
    return unanswered.length;
  }

  /** Sends answered writes once more, with the same keys; gives those whose answer was another one. */
  async repeat(writes: readonly Write[]): Promise<readonly Write[]> {
    const differing: Write[] = [];
    await Promise.all(
      writes.map(async (write) => {
        const again = await write.client.send(write);
        if (JSON.stringify(again) !== JSON.stringify(write.answer)) differing.push(write);
      }),
    );
    return differing;
  }

  async #sendAgain(write: Write): Promise<Answer | undefined> {
    try {
      write.answer = await write.client.send(write);
    } catch (error) {
      // The server died before it answered: nobody knows, and the replay finds out.
      write.failure = codeOf(error);
      return undefined;
    }
    if (this.#awaited !== undefined) {
      this.#awaited.left -= 1;
      if (this.#awaited.left <= 0) this.#awaited.resolve();
    }
    if (isDone(write.answer)) this.#learn(Standing.parse(write.answer.body));
    return write.answer;
  }

  #learn(standing: Standing): void {
    const known = this.known.get(standing.id);
    if (known === undefined || known.version < standing.version) this.known.set(standing.id, standing);
  }
}

/** The system's code of a failed fetch. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
}

/** Whether an answer says that the write was made. */
export function isDone({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}
