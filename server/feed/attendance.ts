/** Who is at which article, by what streams and browsers told; in this process's memory and nowhere else. */
import type { Person } from '@/domain/person';
import type { Presence } from '@/domain/presence';
import type { Range } from '@/domain/span';

/** Not heard of for so long, somebody is idle (milliseconds); browsers tell more often than that. */
export const IDLE_AFTER = 30_000;
/** So long after their last stream ended, somebody is gone (milliseconds): time to come back after a reload. */
export const GONE_AFTER_STREAM = 3_000;
/** So long after somebody without a stream told where they are, they are gone (milliseconds). */
export const GONE_AFTER_TELLING = 15_000;

/** One person at one article, whatever the number of their tabs and devices. */
interface Seat {
  readonly person: Person;
  /** How many open streams follow the article for them. */
  streams: number;
  selection: Range | null;
  state: Presence['state'];
  heardAt: number;
  /** When they are gone unless something is heard; while a stream is open, never. */
  goneAt: number;
}

/** What about an article's people is new: somebody came or went, or only where they are. */
export type PresenceChange = 'who' | 'where';

/** All instants are milliseconds of one clock, handed in. */
export class Attendance {
  private readonly articles = new Map<string, Map<string, Seat>>();
  private readonly changed: (articleId: string, what: PresenceChange) => void;

  constructor(changed: (articleId: string, what: PresenceChange) => void) {
    this.changed = changed;
  }

  /** A stream of this person follows the article from now on. */
  arrive(articleId: string, person: Person, now: number): void {
    const { seat, isNew } = this.seatFor(articleId, person, now);
    seat.streams += 1;
    seat.goneAt = Number.POSITIVE_INFINITY;
    this.hear(articleId, seat, isNew, now);
  }

  /** A stream of this person follows the article no more. */
  leave(articleId: string, personId: string, now: number): void {
    const seat = this.articles.get(articleId)?.get(personId);
    if (seat === undefined) return;
    seat.streams -= 1;
    if (seat.streams === 0) seat.goneAt = now + GONE_AFTER_STREAM;
  }

  /** The person says where they are. */
  tell(articleId: string, person: Person, selection: Range | null, now: number): void {
    const { seat, isNew } = this.seatFor(articleId, person, now);
    if (seat.streams === 0) seat.goneAt = now + GONE_AFTER_TELLING;
    const isElsewhere = seat.selection?.start !== selection?.start || seat.selection?.end !== selection?.end;
    seat.selection = selection;
    this.hear(articleId, seat, isNew, now, isElsewhere);
  }

  /** Notices who has become idle and who is gone; to be called every so often. */
  sweep(now: number): void {
    for (const [articleId, seats] of this.articles) {
      let what: PresenceChange | undefined;
      for (const [personId, seat] of seats) {
        if (seat.goneAt <= now) {
          seats.delete(personId);
          what = 'who';
        } else if (seat.state === 'active' && now - seat.heardAt >= IDLE_AFTER) {
          seat.state = 'idle';
          seat.selection = null;
          what ??= 'where';
        }
      }
      if (seats.size === 0) this.articles.delete(articleId);
      if (what !== undefined) this.changed(articleId, what);
    }
  }

  /** Everybody who is at an article, in the order in which they came. */
  at(articleId: string): Presence[] {
    const seats = this.articles.get(articleId)?.values() ?? [];
    return Array.from(seats, ({ person, selection, state }) => ({ person, selection, state }));
  }

  /** The articles where somebody is. */
  occupied(): Iterable<string> {
    return this.articles.keys();
  }

  private seatFor(articleId: string, person: Person, now: number): { seat: Seat; isNew: boolean } {
    const seats = this.articles.get(articleId) ?? new Map<string, Seat>();
    this.articles.set(articleId, seats);
    const known = seats.get(person.id);
    if (known !== undefined) return { seat: known, isNew: false };
    const seat: Seat = { person, streams: 0, selection: null, state: 'active', heardAt: now, goneAt: now };
    seats.set(person.id, seat);
    return { seat, isNew: true };
  }

  private hear(articleId: string, seat: Seat, isNew: boolean, now: number, isElsewhere = false): void {
    const wasIdle = seat.state === 'idle';
    seat.state = 'active';
    seat.heardAt = now;
    if (isNew) this.changed(articleId, 'who');
    else if (wasIdle || isElsewhere) this.changed(articleId, 'where');
  }
}
