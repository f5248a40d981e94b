/** The SQLite driver, loaded only where it can run. */
import type BetterSqlite3 from 'better-sqlite3';
import { Refusal } from '@/domain/refusal';

export type Connection = BetterSqlite3.Database;

/** The Node-API that the driver's binary asks for; below it the process dies without a word. */
const LEAST_NODE_API = 10;

/**
 * The driver's constructor. Refuses a runtime on which the driver would take the whole process down.
 */
export async function loadDriver(): Promise<typeof BetterSqlite3> {
  const nodeApi = Number(process.versions['napi'] ?? 0);
  if (nodeApi < LEAST_NODE_API) {
    throw new Refusal(
      'unavailable',
      `Node ${process.versions.node} is too old for the database driver. Start through npm (npm start, npm run dev, npm run desk), which brings the right Node along, or use Node 24.`,
    );
  }
  return (await import('better-sqlite3')).default;
}
