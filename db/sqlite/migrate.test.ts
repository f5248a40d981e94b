import Driver from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { freshPath } from '@/db/test-database';
import { APPLICATION_ID, migrate, versionOf } from './migrate';
import type { Migration } from './migrations';

const first: Migration = {
  name: '0000_first',
  statements: [
    'CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT)',
    'CREATE TABLE book (id INTEGER PRIMARY KEY, author INTEGER NOT NULL REFERENCES author ON DELETE CASCADE)',
  ],
};

/** A table rebuilt as drizzle-kit does it, pragmas included. */
const rebuilding: Migration = {
  name: '0001_rebuild',
  statements: [
    'PRAGMA foreign_keys=OFF;',
    'CREATE TABLE __new_author (id INTEGER PRIMARY KEY, name TEXT NOT NULL)',
    'INSERT INTO __new_author SELECT id, name FROM author',
    'DROP TABLE author',
    'ALTER TABLE __new_author RENAME TO author',
    'PRAGMA foreign_keys=ON;',
  ],
};

const harmful = [
  ['loses rows', ['DELETE FROM book'], /table book had 2 rows and would have 0/],
  ['drops a table that has rows', ['DROP TABLE book'], /table book had 2 rows and would have 0/],
  ['breaks keys', ['UPDATE book SET author = 99 WHERE id = 1'], /1 foreign keys would break, first in book/],
  ['cannot be read', ["INSERT INTO author VALUES (2, 'B')", 'CREATE NONSENSE'], /syntax error/],
] as const;

/** A database at version 1 with one author of two books. */
function library() {
  const path = freshPath();
  const connection = new Driver(path);
  onTestFinished(() => {
    connection.close();
  });
  migrate(connection, [first], noBackup);
  connection.exec("INSERT INTO author VALUES (1, 'A'); INSERT INTO book VALUES (1, 1), (2, 1)");
  const books = () => connection.prepare('SELECT count(*) FROM book').pluck().get();
  return { connection, books };
}

function noBackup(): string {
  throw new Error('nothing to back up');
}

test('a new database gets its version and the mark of the program, without a backup', () => {
  const { connection } = library();
  expect(versionOf(connection)).toBe(1);
  expect(connection.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
});

test('a table is rebuilt without taking its dependants with it, after a backup', () => {
  const { connection, books } = library();
  const backups: number[] = [];
  migrate(connection, [first, rebuilding], (version) => {
    expect(books()).toBe(2);
    backups.push(version);
    return 'copy';
  });
  expect(backups).toEqual([1]);
  expect(books()).toBe(2);
  expect(versionOf(connection)).toBe(2);
  expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(connection.pragma('foreign_key_check')).toEqual([]);
});

test('a database that is up to date is not touched', () => {
  const { connection } = library();
  const changes = connection.pragma('data_version', { simple: true });
  migrate(connection, [first], noBackup);
  expect(connection.pragma('data_version', { simple: true })).toBe(changes);
});

test.each(harmful)(
  'a migration that %s is refused with the copy named, and nothing of it stays',
  (_, statements, why) => {
    const { connection, books } = library();
    const attempt = () =>
      migrate(connection, [first, { name: '0001_harmful', statements }], () => '/backups/copy');
    expect(attempt).toThrow(why);
    expect(attempt).toThrow(/It is as it was.*\/backups\/copy/);
    expect(versionOf(connection)).toBe(1);
    expect(books()).toBe(2);
    expect(connection.prepare('SELECT author FROM book WHERE id = 1').pluck().get()).toBe(1);
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
  },
);
