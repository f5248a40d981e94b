/**
 * Where to go after sign-in: the path of ours that was asked for, else the board. What a browser would take as another
 * site (`//host`, `/\host`, a scheme, control characters that it drops) is not followed.
 */
export function nextPath(asked: string | null | undefined): string {
  if (asked === null || asked === undefined || !asked.startsWith('/')) return BOARD;
  let address: URL;
  try {
    address = new URL(asked, ORIGIN);
  } catch {
    return BOARD;
  }
  if (address.origin !== ORIGIN) return BOARD;
  const path = address.pathname + address.search + address.hash;
  // Dot segments may leave a path that itself begins with two slashes.
  return path.startsWith('//') || path.startsWith('/sign-in') || path.startsWith('/api/') ? BOARD : path;
}

const BOARD = '/';
/** Stands for wherever the desk runs; nothing is asked there. */
const ORIGIN = 'https://desk.invalid';
