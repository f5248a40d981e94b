/** How long to wait before a part of the program is asked for again, in milliseconds. */
const PAUSE = 2000;

/**
 * A part of the program that is fetched when it is needed, asked for until it comes: an import that failed would take
 * the page down with it, and what is typed there, only because the desk was away for a moment.
 */
export async function fetchSurely<File>(load: () => Promise<File>): Promise<File> {
  try {
    return await load();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return fetchSurely(load);
  }
}
