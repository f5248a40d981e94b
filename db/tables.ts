/**
 * Every table, once, in the words of `columns.ts`. Table, JSON and prop use the same word for the same thing; a column
 * that only serves ordering or searching says so.
 */
import { z } from 'zod';
import { anchors, annotationStatuses, Decided } from '@/domain/annotation';
import { articleStatuses, priorities } from '@/domain/article';
import { changeActions } from '@/domain/change';
import { decisions, reasons } from '@/domain/decision';
import { kinds } from '@/domain/kinds';
import { roles } from '@/domain/person';
import { Block } from '@/domain/revision';
import { Span } from '@/domain/span';
import type { Words } from './columns';

const AnyObject = z.record(z.string(), z.unknown());

/** All tables in one engine's words. */
export function declareTables(words: Words) {
  const { table, id, text, oneOf, json, count, flag, instant, serial } = words;
  const { index, uniqueIndex, primaryKey, foreignKey } = words;

  /** The people of the desk. E-mail addresses are kept in lower case. Never deleted; disabled instead. */
  const user = table(
    'user',
    {
      id: id().primaryKey(),
      name: text().notNull(),
      email: text().notNull(),
      role: oneOf(roles).notNull(),
      disabled: flag().notNull(),
      /** argon2id in PHC form; absent until the person has chosen a password. */
      passwordHash: text(),
      version: count().notNull(),
      createdAt: instant().notNull(),
      updatedAt: instant().notNull(),
    },
    (columns) => [
      uniqueIndex('user_email').on(columns.email),
      index('user_created').on(columns.createdAt, columns.id),
    ],
  );

  /** Who is signed in. The cookie holds an opaque id; only its SHA-256 is kept here. */
  const session = table(
    'session',
    {
      hash: id().primaryKey(),
      userId: id()
        .notNull()
        .references(() => user.id),
      createdAt: instant().notNull(),
      /** When it was last used; it ends after too long a pause. */
      seenAt: instant().notNull(),
      /** When it ends however often it is used. */
      expiresAt: instant().notNull(),
    },
    (columns) => [index('session_user').on(columns.userId), index('session_expires').on(columns.expiresAt)],
  );

  /** One-time links through which people choose their password; only the token's SHA-256 is kept. */
  const setUpLink = table(
    'setUpLink',
    {
      hash: id().primaryKey(),
      userId: id()
        .notNull()
        .references(() => user.id),
      createdAt: instant().notNull(),
      expiresAt: instant().notNull(),
      usedAt: instant(),
    },
    (columns) => [index('setUpLink_user').on(columns.userId)],
  );

  /** Articles without their text. Counts and status are kept by whoever writes a mark, in the same transaction. */
  const article = table(
    'article',
    {
      id: id().primaryKey(),
      slug: text().notNull(),
      headline: text().notNull(),
      byline: text(),
      source: text(),
      sourceUrl: text(),
      language: text().notNull(),
      publishedOn: text(),
      deadline: instant(),
      desk: text(),
      priority: oneOf(priorities).notNull(),
      status: oneOf(articleStatuses).notNull(),
      version: count().notNull(),
      /** The position of the newest change in the article's log. */
      seq: count().notNull(),
      quoteCount: count().notNull(),
      claimCount: count().notNull(),
      eventCount: count().notNull(),
      pendingCount: count().notNull(),
      approvedCount: count().notNull(),
      rejectedCount: count().notNull(),
      changesRequestedCount: count().notNull(),
      createdAt: instant().notNull(),
      updatedAt: instant().notNull(),
      archivedAt: instant(),
      /** For ordering: the deadline, or the end of time where there is none (`dueOrder`). */
      dueOrder: instant().notNull(),
      /** For ordering: `headlineOrder` of the headline. */
      headlineOrder: text().notNull(),
      /** For searching: `folded` headline. */
      headlineSearch: text().notNull(),
    },
    (columns) => [
      uniqueIndex('article_slug').on(columns.slug),
      index('article_due').on(columns.dueOrder, columns.id),
      index('article_headline').on(columns.headlineOrder, columns.id),
      index('article_updated').on(columns.updatedAt, columns.id),
      index('article_created').on(columns.createdAt, columns.id),
      index('article_sourceUrl').on(columns.sourceUrl),
    ],
  );

  /** The texts of articles. Rows are never changed and never deleted. */
  const revision = table(
    'revision',
    {
      articleId: id()
        .notNull()
        .references(() => article.id),
      number: count().notNull(),
      blocks: json(z.array(Block)).notNull(),
      text: text().notNull(),
      sha256: text().notNull(),
      createdAt: instant().notNull(),
      createdById: id()
        .notNull()
        .references(() => user.id),
      note: text(),
    },
    (columns) => [
      primaryKey({ columns: [columns.articleId, columns.number] }),
      index('revision_sha256').on(columns.sha256),
    ],
  );

  /** Marks. Deleted ones stay with `deletedAt`. */
  const annotation = table(
    'annotation',
    {
      id: id().primaryKey(),
      articleId: id()
        .notNull()
        .references(() => article.id),
      /** The number of the revision that the spans point into. */
      revision: count().notNull(),
      kind: oneOf(kinds).notNull(),
      spans: json(z.array(Span).min(1)).notNull(),
      /** Of the whole extent: the first span's start and the last span's end. */
      start: count().notNull(),
      end: count().notNull(),
      /** Of the kind; `detailsOf[kind]` reads it. */
      details: json(AnyObject).notNull(),
      labels: json(z.array(z.string())).notNull(),
      note: text(),
      status: oneOf(annotationStatuses).notNull(),
      anchor: oneOf(anchors).notNull(),
      /** Of what a decision would be about now. */
      fingerprint: text().notNull(),
      authorId: id()
        .notNull()
        .references(() => user.id),
      lastChangedById: id()
        .notNull()
        .references(() => user.id),
      version: count().notNull(),
      createdAt: instant().notNull(),
      updatedAt: instant().notNull(),
      deletedAt: instant(),
    },
    (columns) => [
      foreignKey({
        columns: [columns.articleId, columns.revision],
        foreignColumns: [revision.articleId, revision.number],
      }),
      index('annotation_place').on(columns.articleId, columns.start, columns.end, columns.id),
    ],
  );

  /** Decisions, one row each, withdrawals among them. Rows are never changed and never deleted. */
  const review = table(
    'review',
    {
      id: id().primaryKey(),
      annotationId: id()
        .notNull()
        .references(() => annotation.id),
      /** The annotation's version that the decision made; the newest decision has the highest. */
      version: count().notNull(),
      decision: oneOf([...decisions, 'withdraw']).notNull(),
      reason: oneOf(reasons),
      note: text(),
      byId: id()
        .notNull()
        .references(() => user.id),
      at: instant().notNull(),
      /** Of what was decided on. */
      fingerprint: text().notNull(),
      /** What was decided on, whole, to show what changed since. */
      decided: json(Decided).notNull(),
      /** Where it was decided on: the revision's number and the SHA-256 of its text. */
      revision: count().notNull(),
      revisionSha256: text().notNull(),
    },
    (columns) => [uniqueIndex('review_version').on(columns.annotationId, columns.version)],
  );

  /** The log: append-only, held so by triggers; hash-chained within each log (`domain/change.ts`). */
  const change = table(
    'change',
    {
      /** Order across all logs; ascending, may have gaps. */
      seq: serial(),
      /** An article's id, or `DESK_LOG`. */
      log: id().notNull(),
      /** Order within the log, from 1, without a gap. */
      position: count().notNull(),
      actorId: id()
        .notNull()
        .references(() => user.id),
      at: instant().notNull(),
      action: oneOf(changeActions).notNull(),
      subjectId: id().notNull(),
      before: json(AnyObject),
      after: json(AnyObject),
      previousHash: text().notNull(),
      hash: text().notNull(),
    },
    (columns) => [
      uniqueIndex('change_position').on(columns.log, columns.position),
      index('change_subject').on(columns.subjectId, columns.seq),
    ],
  );

  /** The answers already given to a person's writes, by their key; kept for seven days. */
  const idempotency = table(
    'idempotency',
    {
      userId: id()
        .notNull()
        .references(() => user.id),
      key: text().notNull(),
      /** SHA-256 of method, address, version and body, by which another request under the same key is told apart. */
      requestHash: text().notNull(),
      status: count().notNull(),
      headers: json(z.record(z.string(), z.string())).notNull(),
      /** Of the answer; null where it had none. */
      body: json(z.unknown()),
      at: instant().notNull(),
    },
    (columns) => [
      primaryKey({ columns: [columns.userId, columns.key] }),
      index('idempotency_at').on(columns.at),
    ],
  );

  /** What an admin sets for the whole desk, a row for each name; an absent row means the default. */
  const setting = table('setting', {
    name: id().primaryKey(),
    value: json(z.unknown()).notNull(),
  });

  return {
    user,
    session,
    setUpLink,
    article,
    revision,
    annotation,
    review,
    change,
    idempotency,
    setting,
  };
}

/** The tables as queries see them, whichever engine they stand for. */
export type Tables = ReturnType<typeof declareTables>;
