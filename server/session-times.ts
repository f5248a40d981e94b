/** How long sessions last. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** However much it is used, a session ends (milliseconds). */
export const LONGEST_SESSION = 7 * 24 * HOUR;
/** Unused for so long, a session ends (milliseconds). */
const IDLE = 8 * HOUR;
/** How far the note of a session's last use may lag behind, so that reading does not write each time (milliseconds). */
const SEEN_STEP = 5 * MINUTE;

/** When a session that begins now ends at the latest. */
export function endOfSession(now: string): string {
  return new Date(Date.parse(now) + LONGEST_SESSION).toISOString();
}

/** What was last used before this instant has ended. */
export function idleSince(now: string): string {
  return new Date(Date.parse(now) - IDLE).toISOString();
}

/** Whether the noted last use is old enough to be noted anew. */
export function isWorthNoting(seenAt: string, now: string): boolean {
  return Date.parse(now) - Date.parse(seenAt) >= SEEN_STEP;
}

/** Whether a session still lets its person in. Asking does not count as using it. */
export function isLive(
  session: { readonly seenAt: string; readonly expiresAt: string; readonly disabled: boolean },
  now: string,
): boolean {
  return !session.disabled && session.expiresAt > now && session.seenAt > idleSince(now);
}
