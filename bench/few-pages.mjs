/**
 * Loaded into a server with `--import`: while the file that NO_ROOM_WHILE names exists, the database grows by few pages
 * and then takes nothing more, as on a disk that is full.
 */
import { existsSync } from 'node:fs';
import Driver from 'better-sqlite3';

/** Pages that the database may grow by, and as many as SQLite takes at most. */
const ROOM = 300;
const UNBOUNDED = 2 ** 32 - 2;

const file = process.env['NO_ROOM_WHILE'] ?? '';
const { exec } = Driver.prototype;
/** @type {number | undefined} */
let most;

/** @type {Driver.Database['exec']} */
Driver.prototype.exec = function (source) {
  if (source === 'BEGIN IMMEDIATE' && this.name.endsWith('.db')) {
    most ??= Number(this.pragma('page_count', { simple: true })) + ROOM;
    this.pragma(`max_page_count = ${existsSync(file) ? most : UNBOUNDED}`);
  }
  return exec.call(this, source);
};
