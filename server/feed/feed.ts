/**
 * What happens, told to everybody who listens. It wakes after every commit, looks once which logs grew, and every open
 * stream tells what follows its place. Nothing is told that is not in the log, and nothing before it is committed; a
 * wake-up that is lost costs a moment, never a change.
 */
import { findArticle, findLogPosition } from '@/db/articles';
import { findNewestLine, listNewLines } from '@/db/changes';
import type { Database } from '@/db/database';
import { findSessions } from '@/db/sessions';
import { DESK_LOG } from '@/domain/change';
import type { Person } from '@/domain/person';
import type { Presence } from '@/domain/presence';
import { Refusal } from '@/domain/refusal';
import type { Range } from '@/domain/span';
import type { Logger } from '@/server/log';
import { isLive } from '@/server/session-times';
import { encodeBye, encodeEvent, encodeOpening } from './encode';
import { EventStream } from './event-stream';
import { type Batch, LogPages } from './log-pages';
import { Pace } from './pace';
import { Attendance } from './presence';

/** Whoever is further behind begins anew: reading an article's marks is then faster than hearing how they came. */
export const MOST_BEHIND = 5000;
/** How often it looks after streams and people, and for changes that another program made (milliseconds). */
const TICK = 1000;
/** Every how many ticks the sessions of streams are looked at, so that a revoked one ends within 5 s. */
const TICKS_PER_RECHECK = 2;
/** How many lines of the log are looked at in one query. */
const LINES = 500;
/** How soon a broken stream comes back (milliseconds), and how much later at most, so that not all come at once. */
const RETRY = 1000;
const RETRY_SPREAD = 2000;
/** An article's summary is told at most this often (milliseconds). */
const SUMMARY_PAUSE = 300;
/** Who is where is told at most this often for an article (milliseconds), and for each person there this much less often. */
const PRESENCE_PAUSE = 100;
const PRESENCE_PAUSE_PER_PERSON = 5;
/** A browser needs one stream; some lose theirs on bad networks and come back before that is noticed. */
export const MOST_STREAMS_PER_SESSION = 64;
export const MOST_STREAMS_PER_PERSON = 256;

/** A place to go on from; undefined for now, `unknown` where the client named none that can be read. */
export type Place = number | 'unknown' | undefined;

export interface NewStream {
  readonly person: Person;
  /** The session that asks, by its hash. */
  readonly session: string;
  /** One article's stream, or the desk's. */
  readonly of: 'article' | 'desk';
  readonly articles: readonly { readonly id: string; readonly after: Place }[];
  /** Aborted when the client has gone. */
  readonly gone: AbortSignal;
}

export interface Feed {
  /** Opens a stream. Refuses too many at once, and every one once the desk is ending. */
  open(asked: NewStream): Promise<ReadableStream<Uint8Array>>;
  /** Notes where somebody is in an article that exists; gives everybody who is there. */
  tell(articleId: string, person: Person, selection: Range | null): readonly Presence[];
  /** Says goodbye to every stream and takes no new ones. Asking twice does no harm. */
  close(): void;
}

/** A feed of what is committed to this database. `now` is the present instant. */
export function openFeed(db: Database, log: Logger, now: () => string): Feed {
  const milliseconds = () => Date.parse(now());
  const streams = new Set<EventStream>();
  /** The streams that follow each log, and how far the log is known to reach. */
  const followers = new Map<string, Set<EventStream>>();
  const tips = new Map<string, number>();
  const pages = new LogPages(db.sql);
  const attendance = new Attendance((articleId, what) => {
    whereabouts.touch(articleId);
    if (what === 'who') comings.touch(articleId);
  });
  const whereabouts = new Pace((articleId) => tellPresence(articleId), presencePause);
  const comings = new Pace((articleId) => tellHere(articleId), presencePause);
  const summaries = new Pace(
    (articleId) => {
      tellSummary(articleId).catch(report);
    },
    () => SUMMARY_PAUSE,
  );
  /** Up to which line of all logs it has looked; nothing while nobody listens. */
  let seen: Promise<number> | undefined;
  let looking: Promise<void> | undefined;
  let rest: NodeJS.Timeout | undefined;
  let isDue = false;
  let isClosed = false;
  let ticks = 0;

  const stopListening = db.changed(() => wake());
  const ticking = setInterval(() => {
    tick().catch(report);
  }, TICK).unref();

  function report(error: unknown): void {
    // What was under way when the database closed is nobody's concern any more.
    if (!isClosed) log.error({ err: error }, 'The feed met a bug');
  }

  /** Looks soon: at once after a quiet time, else when the streams had time to send what they were told before. */
  function wake(): void {
    isDue = true;
    if (seen === undefined || looking !== undefined || rest !== undefined) return;
    isDue = false;
    looking = look()
      .catch(report)
      .finally(() => {
        looking = undefined;
        rest = setTimeout(() => {
          rest = undefined;
          if (isDue) wake();
        }, pauseOfLook()).unref();
      });
  }

  /** Each look may make every stream send: the more there are, the more is told at once. */
  function pauseOfLook(): number {
    return 10 + streams.size / 10;
  }

  async function look(): Promise<void> {
    while (seen !== undefined) {
      const lines = await listNewLines(db.sql, { after: await seen, limit: LINES });
      const newest = lines.at(-1);
      if (newest === undefined) return;
      const grown = new Map(lines.map(({ log: name, position }) => [name, position]));
      for (const { log: name, action, subjectId } of lines) {
        if (name === DESK_LOG)
          tellDesk(`desk ${action} ${subjectId}`, () => encodeEvent('desk', { action, subjectId }));
      }
      grown.delete(DESK_LOG);
      for (const [name, position] of grown) {
        await grow(name, position);
        if (hasDeskStreams()) summaries.touch(name);
      }
      seen = Promise.resolve(newest.seq);
    }
  }

  function hasDeskStreams(): boolean {
    for (const { options } of streams) if (options.isDesk) return true;
    return false;
  }

  async function grow(name: string, position: number): Promise<void> {
    const known = tips.get(name);
    if (known === undefined) return;
    tips.set(name, Math.max(known, position));
    // Read once, ahead of all who want it.
    if (position > known) await pages.batch(name, known, { tip: position, withIds: false });
    for (const stream of followers.get(name) ?? []) stream.send();
  }

  function after(name: string, position: number, withIds: boolean): Batch | undefined | Promise<Batch> {
    const tip = tips.get(name) ?? 0;
    if (position >= tip) return undefined;
    const resync = () => resyncBatch(name, tip, withIds);
    if (tip - position > MOST_BEHIND) return resync();
    const batch = pages.batch(name, position, { tip, withIds });
    return batch instanceof Promise ? batch.then((read) => read ?? resync()) : (batch ?? resync());
  }

  function resyncBatch(articleId: string, position: number, withIds: boolean): Batch {
    return {
      upTo: position,
      bytes: encodeEvent('resync', { articleId, position }, withIds ? position : undefined),
    };
  }

  function presencePause(articleId: string): number {
    return PRESENCE_PAUSE + PRESENCE_PAUSE_PER_PERSON * attendance.at(articleId).length + streams.size / 10;
  }

  function tellPresence(articleId: string): void {
    const following = followers.get(articleId);
    if (following === undefined) return;
    const bytes = presenceOf(articleId);
    for (const stream of following) stream.tell(`presence ${articleId}`, bytes);
  }

  function presenceOf(articleId: string): Uint8Array {
    return encodeEvent('presence', { articleId, people: attendance.at(articleId) });
  }

  function tellHere(articleId: string): void {
    tellDesk(`here ${articleId}`, () => hereOf(articleId));
  }

  function hereOf(articleId: string): Uint8Array {
    return encodeEvent('here', { articleId, people: attendance.at(articleId).map(({ person }) => person) });
  }

  async function tellSummary(articleId: string): Promise<void> {
    const article = await findArticle(db.sql, articleId);
    if (article !== undefined) tellDesk(`article ${articleId}`, () => encodeEvent('article', article));
  }

  function tellDesk(thing: string, encode: () => Uint8Array): void {
    let bytes: Uint8Array | undefined;
    for (const stream of streams) {
      if (!stream.options.isDesk) continue;
      bytes ??= encode();
      stream.tell(thing, bytes);
    }
  }

  async function tick(): Promise<void> {
    attendance.sweep(milliseconds());
    for (const stream of streams) stream.tick();
    wake();
    ticks += 1;
    if (ticks % TICKS_PER_RECHECK === 0) await endSignedOut();
  }

  async function endSignedOut(): Promise<void> {
    const sessions = new Set(Array.from(streams, ({ options }) => options.session));
    const found = await findSessions(db.sql, [...sessions]);
    for (const stream of streams) {
      if (!sessions.has(stream.options.session)) continue;
      const session = found.get(stream.options.session);
      if (session === undefined || !isLive(session, now())) stream.end(encodeBye('signedOut', retry()));
    }
  }

  function refuseTooMany({ person, session }: NewStream): void {
    let ofSession = 0;
    let ofPerson = 0;
    for (const { options } of streams) {
      if (options.session === session) ofSession += 1;
      if (options.person.id === person.id) ofPerson += 1;
    }
    if (ofSession < MOST_STREAMS_PER_SESSION && ofPerson < MOST_STREAMS_PER_PERSON) return;
    throw new Refusal(
      'too-many-requests',
      'Too many windows of yours follow the desk at once; close some of them.',
      { retryAfter: 30 },
    );
  }

  function ended(stream: EventStream, error?: unknown): void {
    if (error !== undefined) report(error);
    streams.delete(stream);
    for (const name of stream.logs) {
      const following = followers.get(name);
      following?.delete(stream);
      if (following?.size === 0) {
        followers.delete(name);
        tips.delete(name);
      }
      attendance.leave(name, stream.options.person.id, milliseconds());
    }
    if (streams.size === 0) seen = undefined;
  }

  /** Follows an article from a place, or says that what lies between cannot be told. */
  async function follow(stream: EventStream, id: string, place: Place): Promise<void> {
    // It may have ended while another article was looked up.
    if (!streams.has(stream)) return;
    stream.follow(id, Number.POSITIVE_INFINITY);
    const following = followers.get(id) ?? new Set();
    followers.set(id, following.add(stream));
    const { person, isDesk } = stream.options;
    attendance.arrive(id, person, milliseconds());
    const written = await findLogPosition(db.sql, id);
    if (!streams.has(stream)) return;
    const tip = Math.max(written, tips.get(id) ?? 0);
    tips.set(id, tip);
    const isKnown = place === undefined || (place !== 'unknown' && place <= tip);
    const position = isKnown ? (place ?? tip) : tip;
    if (!isDesk) stream.begin(encodeOpening(retry(), isKnown ? position : undefined));
    if (!isKnown) stream.begin(resyncBatch(id, tip, !isDesk).bytes);
    stream.follow(id, position);
    stream.tell(`presence ${id}`, presenceOf(id));
  }

  return {
    async open(asked) {
      const { articles, gone, of, person, session } = asked;
      if (isClosed) throw new Refusal('unavailable', 'The desk is shutting down.', { retryAfter: 2 });
      refuseTooMany(asked);
      const isDesk = of === 'desk';
      const stream = new EventStream({ person, session, isDesk, after, now: milliseconds, ended });
      streams.add(stream);
      try {
        // From here on nothing is missed: what is not read below is looked at after it.
        seen ??= findNewestLine(db.sql);
        await seen;
        if (isDesk) stream.begin(encodeOpening(retry()));
        for (const { id, after: place } of articles) await follow(stream, id, place);
        if (isDesk) for (const id of attendance.occupied()) stream.tell(`here ${id}`, hereOf(id));
      } catch (error) {
        stream.finish();
        throw error;
      }
      if (gone.aborted) stream.finish();
      else gone.addEventListener('abort', () => stream.finish(), { once: true });
      return stream.body;
    },
    tell(articleId, person, selection) {
      attendance.tell(articleId, person, selection, milliseconds());
      return attendance.at(articleId);
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      seen = undefined;
      stopListening();
      clearInterval(ticking);
      clearTimeout(rest);
      for (const pace of [whereabouts, comings, summaries]) pace.stop();
      for (const stream of streams) stream.end(encodeBye('shutdown', retry()));
    },
  };
}

function retry(): number {
  return RETRY + Math.floor(Math.random() * RETRY_SPREAD);
}
