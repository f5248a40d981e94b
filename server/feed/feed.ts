/**
 * What happens, told to everybody who listens. After every commit it looks once which logs grew, and every open stream
 * tells what follows its place. Nothing is told that is not in the log, and nothing before it is committed; only who is
 * where is told as it is heard, and kept nowhere.
 */
import { findArticle } from '@/db/articles';
import type { Database } from '@/db/database';
import { findSessions } from '@/db/sessions';
import { DESK_LOG } from '@/domain/change';
import type { Person } from '@/domain/person';
import type { Presence } from '@/domain/presence';
import { Refusal } from '@/domain/refusal';
import type { Range } from '@/domain/span';
import type { Logger } from '@/server/log';
import { isLive } from '@/server/session-times';
import { Attendance } from './attendance';
import { encodeBye, encodeEvent, encodeOpening } from './encode';
import { EventStream } from './event-stream';
import { FollowedLogs, resync } from './followed-logs';
import { type NewLine, watchLogs } from './log-watch';
import { Pace } from './pace';

/** How often streams, people and what other programs wrote are looked after (milliseconds). */
const TICK = 1000;
/** How often the sessions of streams are looked at, in ticks: a revoked one ends its streams well within 5 s. */
const TICKS_PER_RECHECK = 2;
/** When a broken stream comes back (milliseconds), and how much later at most, so that not all come at once. */
const RETRY = 1000;
const RETRY_SPREAD = 2000;
/** An article's summary is told once in so long (milliseconds). */
const SUMMARY_PAUSE = 300;
/** Who is where is told once in so long (milliseconds), and longer with everybody who is there. */
const PRESENCE_PAUSE = 100;
const PRESENCE_PAUSE_PER_PERSON = 5;
/** Changes are told once in so long (milliseconds). */
const CHANGE_PAUSE = 10;
/** All those pauses grow with the number of streams, because each telling may make every stream send (milliseconds). */
const PAUSE_PER_STREAM = 0.1;
/** A browser needs one stream; on a bad network several are lost before this side notices. */
const MOST_PER_SESSION = 64;
const MOST_PER_PERSON = 256;

/** Where to go on from; undefined: from now; `unknown` where the client named nothing that can be read. */
export type Place = number | 'unknown' | undefined;

export interface NewStream {
  readonly person: Person;
  /** The session that asks, by its hash. */
  readonly session: string;
  /** One article's stream, or the desk's. */
  readonly of: 'article' | 'desk';
  /** No article twice. */
  readonly articles: readonly { readonly id: string; readonly after: Place }[];
  /** Aborted when the client has gone. */
  readonly gone: AbortSignal;
}

export interface Feed {
  /** Opens a stream. Refuses too many at once, and every one once the desk is ending. */
  open(asked: NewStream): Promise<ReadableStream<Uint8Array>>;
  /** Notes where somebody is in an article that exists; gives everybody who is there. */
  tell(articleId: string, person: Person, selection: Range | null): Presence[];
  /** Says goodbye to every stream and takes no new ones. Asking twice does no harm. */
  close(): void;
}

/** A feed of what is committed to this database. `now` is the present instant. */
export function openFeed(db: Database, log: Logger, now: () => string): Feed {
  const milliseconds = () => Date.parse(now());
  const streams = new Set<EventStream>();
  const logs = new FollowedLogs<EventStream>(db.sql);
  const watch = watchLogs(db, { told: tellLines, rest: () => CHANGE_PAUSE + crowd(), report });
  const presencePause = (articleId: string) =>
    PRESENCE_PAUSE + PRESENCE_PAUSE_PER_PERSON * attendance.at(articleId).length + crowd();
  const whereabouts = new Pace(tellPresence, presencePause);
  const comings = new Pace((id) => tellDesk(`here ${id}`, () => encodeHere(id)), presencePause);
  const summaries = new Pace(
    (id) => void tellSummary(id).catch(report),
    () => SUMMARY_PAUSE + crowd(),
  );
  const attendance = new Attendance((articleId, what) => {
    whereabouts.touch(articleId);
    if (what === 'who') comings.touch(articleId);
  });
  let isClosed = false;
  let ticks = 0;
  const ticking = setInterval(() => void tick().catch(report), TICK).unref();

  function crowd(): number {
    return streams.size * PAUSE_PER_STREAM;
  }

  function report(error: unknown): void {
    // What was under way when the database closed is nobody's concern any more.
    if (!isClosed) log.error({ err: error }, 'The feed met a bug');
  }

  async function tellLines(lines: readonly NewLine[]): Promise<void> {
    for (const { log: name, action, subjectId } of lines) {
      if (name === DESK_LOG)
        tellDesk(`${action} ${subjectId}`, () => encodeEvent('desk', { action, subjectId }));
    }
    const grown = new Map(lines.map(({ log: name, position }) => [name, position]));
    grown.delete(DESK_LOG);
    for (const [articleId, position] of grown) {
      await logs.grow(articleId, position);
      for (const stream of logs.followersOf(articleId)) stream.send();
      summaries.touch(articleId);
    }
  }

  async function tellSummary(articleId: string): Promise<void> {
    if (deskStreams().length === 0) return;
    const article = await findArticle(db.sql, articleId);
    if (article !== undefined) tellDesk(`article ${articleId}`, () => encodeEvent('article', article));
  }

  function tellPresence(articleId: string): void {
    let bytes: Uint8Array | undefined;
    for (const stream of logs.followersOf(articleId)) {
      bytes ??= encodePresence(articleId);
      stream.tell(`presence ${articleId}`, bytes);
    }
  }

  /** Tells every stream of the desk the newest word about a thing. */
  function tellDesk(thing: string, encode: () => Uint8Array): void {
    let bytes: Uint8Array | undefined;
    for (const stream of deskStreams()) {
      bytes ??= encode();
      stream.tell(thing, bytes);
    }
  }

  function deskStreams(): EventStream[] {
    return Array.from(streams).filter(({ options }) => options.isDesk);
  }

  function encodePresence(articleId: string): Uint8Array {
    return encodeEvent('presence', { articleId, people: attendance.at(articleId) });
  }

  function encodeHere(articleId: string): Uint8Array {
    return encodeEvent('here', { articleId, people: attendance.at(articleId).map(({ person }) => person) });
  }

  async function tick(): Promise<void> {
    watch.wake();
    attendance.sweep(milliseconds());
    for (const stream of streams) stream.tick();
    ticks += 1;
    if (ticks % TICKS_PER_RECHECK === 0) await endSignedOut();
  }

  /** Asking does not count as use of the sessions. */
  async function endSignedOut(): Promise<void> {
    const asked = Array.from(streams);
    const found = await findSessions(db.sql, [...new Set(asked.map(({ options }) => options.session))]);
    for (const stream of asked) {
      const session = found.get(stream.options.session);
      if (session === undefined || !isLive(session, now())) stream.end(encodeBye('signedOut', retry()));
    }
  }

  function refuseTooMany({ person, session }: NewStream): void {
    const ofPerson = Array.from(streams, ({ options }) => options).filter(
      (options) => options.person.id === person.id,
    );
    const ofSession = ofPerson.filter((options) => options.session === session);
    if (ofSession.length < MOST_PER_SESSION && ofPerson.length < MOST_PER_PERSON) return;
    throw new Refusal(
      'too-many-requests',
      'Too many windows of yours follow the desk at once; close some of them.',
      { retryAfter: 30 },
    );
  }

  /** Follows an article from a place, or says that what lies between cannot be told. */
  async function follow(stream: EventStream, id: string, place: Place): Promise<void> {
    const { attends, isDesk, person } = stream.options;
    stream.follow(id);
    const tip = await logs.follow(id, stream);
    if (stream.isEnded) return;
    const isKnown = place === undefined || (place !== 'unknown' && place <= tip);
    const position = isKnown ? (place ?? tip) : tip;
    if (!isDesk) stream.begin(encodeOpening(retry(), isKnown ? position : undefined));
    if (!isKnown) stream.begin(resync(id, tip, !isDesk).bytes);
    stream.moveTo(id, position);
    // Every log has a first line: this article is not there, or not yet, and nobody can be at it.
    if (tip === 0) return;
    attends.add(id);
    attendance.arrive(id, person, milliseconds());
    stream.tell(`presence ${id}`, encodePresence(id));
  }

  /** Lets go of a stream and of all that it followed. */
  function leave(stream: EventStream): void {
    const { attends, person } = stream.options;
    streams.delete(stream);
    for (const id of stream.logs) logs.unfollow(id, stream);
    for (const id of attends) attendance.leave(id, person.id, milliseconds());
    if (streams.size === 0) watch.stop();
  }

  return {
    async open(asked) {
      const { articles, gone, of, person, session } = asked;
      if (isClosed) throw new Refusal('unavailable', 'The desk is shutting down.', { retryAfter: 2 });
      refuseTooMany(asked);
      const stream = new EventStream({
        person,
        session,
        isDesk: of === 'desk',
        attends: new Set(),
        after: (...place) => logs.after(...place),
        now: milliseconds,
        ended(error) {
          if (error !== undefined) report(error);
          leave(stream);
        },
      });
      streams.add(stream);
      try {
        await watch.start();
        if (of === 'desk') stream.begin(encodeOpening(retry()));
        for (const { id, after } of articles) if (!stream.isEnded) await follow(stream, id, after);
        if (of === 'desk') for (const id of attendance.occupied()) stream.tell(`here ${id}`, encodeHere(id));
      } catch (error) {
        stream.finish();
        throw error;
      }
      if (gone.aborted) stream.finish();
      gone.addEventListener('abort', () => stream.finish(), { once: true });
      return stream.body;
    },
    tell(articleId, person, selection) {
      attendance.tell(articleId, person, selection, milliseconds());
      return attendance.at(articleId);
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      watch.close();
      clearInterval(ticking);
      for (const pace of [whereabouts, comings, summaries]) pace.stop();
      for (const stream of streams) stream.end(encodeBye('shutdown', retry()));
    },
  };
}

function retry(): number {
  return RETRY + Math.floor(Math.random() * RETRY_SPREAD);
}
