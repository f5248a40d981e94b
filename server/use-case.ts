/** What a use case is given, whether a request or a page asks for it. */
import type { z } from 'zod';
import type { Database, Sql } from '@/db/database';
import type { Operation } from '@/domain/contract/operation';
import type { Actor } from '@/domain/person';

/** One request on behalf of nobody in particular; for operations that are open to anyone. */
export interface OpenCall<Op extends Operation> {
  readonly params: z.output<Op['params']>;
  readonly query: z.output<Op['query']>;
  readonly body: z.output<Op['body']>;
  readonly db: Database;
  /** The instant of the request. */
  readonly now: string;
  /** The caller's network address, by which failed attempts are counted. */
  readonly address: string;
  /** A new UUIDv7. */
  newId(): string;
  /**
   * The one way to write: runs the work in a transaction. Under an idempotency key that was seen before, gives what
   * the work gave then, without running it; so what it gives must be JSON, small, and hold no secret.
   */
  write<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
}

/** One request on behalf of a signed-in person whose role suffices for the operation. */
export interface Call<Op extends Operation> extends OpenCall<Op> {
  readonly actor: Actor;
  /** The version that the caller saw; 0 where the operation asks for none. */
  readonly version: number;
}

/** One request whose answer is a stream that goes on, for as long as the session lets its person in. */
export interface StreamCall<Op extends Operation> extends Call<Op> {
  /** The session that asks, by its hash. */
  readonly session: string;
  /** The id of the last event that the client saw, as it says; undefined where it says none. */
  readonly lastEventId: string | undefined;
  /** Aborted when the client has gone. */
  readonly gone: AbortSignal;
}
export type StreamUseCase<Op extends Operation> = (call: StreamCall<Op>) => Promise<Response>;

/** Gives the reply of the contract, or a whole `Response` where the reply is a file. */
export type UseCase<Op extends Operation> = (call: Call<Op>) => Promise<z.input<Op['reply']> | Response>;
export type OpenUseCase<Op extends Operation> = (
  call: OpenCall<Op>,
) => Promise<z.input<Op['reply']> | Response>;
