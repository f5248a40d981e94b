/** The logs that somebody follows: by which streams, how far each is known to reach, and what follows a place in it. */
import { findLogPosition } from '@/db/articles';
import type { Sql } from '@/db/database';
import { encodeEvent } from './encode';
import { type Batch, LogPages } from './log-pages';

/** Whoever is further behind begins anew: reading an article's marks is then faster than hearing how they came. */
export const MOST_BEHIND = 5000;

/** Followers are told apart by identity. */
export class FollowedLogs<Follower> {
  private readonly sql: Sql;
  private readonly pages: LogPages;
  private readonly logs = new Map<string, { readonly followers: Set<Follower>; tip: number }>();

  constructor(sql: Sql) {
    this.sql = sql;
    this.pages = new LogPages(sql);
  }

  followersOf(log: string): Iterable<Follower> {
    return this.logs.get(log)?.followers ?? [];
  }

  /** Adds a follower and gives how far the log reaches; whatever is committed after that, `grow` brings. */
  async follow(log: string, follower: Follower): Promise<number> {
    const followed = this.logs.get(log) ?? { followers: new Set(), tip: 0 };
    this.logs.set(log, followed);
    followed.followers.add(follower);
    followed.tip = Math.max(await findLogPosition(this.sql, log), followed.tip);
    return followed.tip;
  }

  unfollow(log: string, follower: Follower): void {
    const followed = this.logs.get(log);
    followed?.followers.delete(follower);
    if (followed?.followers.size === 0) this.logs.delete(log);
  }

  /** Takes note that a log reaches a position, and reads up to there once, ahead of all who will want it. */
  async grow(log: string, position: number): Promise<void> {
    const followed = this.logs.get(log);
    if (followed === undefined || position <= followed.tip) return;
    const after = followed.tip;
    followed.tip = position;
    await this.pages.batch(log, after, { tip: position, withIds: false });
  }

  /**
   * What follows a position in a followed log, undefined when that is all. Where what follows cannot be told, or would
   * be too much, it is a `resync` to where the log reaches.
   */
  after(log: string, position: number, withIds: boolean): Batch | undefined | Promise<Batch> {
    const tip = this.logs.get(log)?.tip ?? 0;
    if (position >= tip) return undefined;
    if (tip - position > MOST_BEHIND) return resync(log, tip, withIds);
    const batch = this.pages.batch(log, position, { tip, withIds });
    return batch instanceof Promise
      ? batch.then((read) => read ?? resync(log, tip, withIds))
      : (batch ?? resync(log, tip, withIds));
  }
}

/** Says that what lies before a position in an article's log is not told any more. */
export function resync(articleId: string, position: number, withIds: boolean): Batch {
  const bytes = encodeEvent('resync', { articleId, position }, withIds ? position : undefined);
  return { upTo: position, bytes };
}
