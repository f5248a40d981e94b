/**
 * Breaks the promise that the crash harness holds the server to, and nothing else: loaded into a server with
 * `--import`, it lets COMMIT say that it is done a while before it is. The product knows nothing of it, so that no
 * setting of the product can weaken it.
 */
import Driver from 'better-sqlite3';

/** How long answered writes stay uncommitted, in milliseconds: longer than the harness lets a server live. */
const DELAY = 60_000;

const { exec } = Driver.prototype;

/**
 * Connections whose transaction is open although its works were answered.
 * @type {WeakSet<Driver.Database>}
 */
const pending = new WeakSet();

/** @type {Driver.Database['exec']} */
Driver.prototype.exec = function (source) {
  if (source === 'COMMIT') {
    pending.add(this);
    setTimeout(() => commit(this), DELAY);
    return this;
  }
  // Works that come meanwhile join the transaction that is still open; those undone leave it to the others.
  if ((source === 'BEGIN IMMEDIATE' || source === 'ROLLBACK') && pending.has(this)) return this;
  return exec.call(this, source);
};

/** @param {Driver.Database} connection */
function commit(connection) {
  if (!pending.delete(connection) || !connection.open) return;
  exec.call(connection, 'COMMIT');
}
