/** A full disk for tests: the engine is told how many pages a database may have, and reports the same as on a real one. */
import Driver from 'better-sqlite3';

export interface Room {
  /** Lets the database grow by so many pages and no more; by any, where no number is given. */
  give(pages?: number): void;
}

/** What `open` gives, once it has written something, with the room of the database that it opens. */
export async function withRoom<Opened>(
  open: () => Promise<Opened>,
): Promise<{ readonly opened: Opened; readonly room: Room }> {
  const { exec } = Driver.prototype;
  let writer: Driver.Database | undefined;
  Driver.prototype.exec = function (this: Driver.Database, source: string) {
    if (source === 'BEGIN IMMEDIATE') writer = this;
    return exec.call(this, source);
  };
  const opened = await open().finally(() => {
    Driver.prototype.exec = exec;
  });
  const connection = writer;
  if (connection === undefined) throw new Error('nothing was written');
  const give = (pages?: number) => {
    const present = Number(connection.pragma('page_count', { simple: true }));
    connection.pragma(`max_page_count = ${pages === undefined ? 1_000_000 : present + pages}`);
  };
  return { opened, room: { give } };
}
