/** How a deadline reads: its place on the clock and how far it is. */
import { clockTime, dayAndMonth, daysBetween, type WallClock, wallClock, weekday } from '@/domain/wall-clock';

export interface DeadlineWords {
  /** `19:15`, `tomorrow 09:00`, `Tue 4 March, 09:00`. */
  readonly clock: string;
  /** `in 25 min`, `tomorrow`, `12 min overdue`. */
  readonly distance: string;
  readonly urgency: Urgency;
}

/** Soon: within the hour. */
export type Urgency = 'overdue' | 'soon' | 'later';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Instants within the hour are soon (milliseconds). */
const SOON = HOUR;

/** How urgent a deadline is, both in milliseconds since 1970. */
export function urgencyOf(deadline: number, now: number): Urgency {
  if (deadline < now) return 'overdue';
  return deadline - now <= SOON ? 'soon' : 'later';
}

/** A deadline (RFC 3339) in words at the instant `now` (milliseconds since 1970), on the clocks of the desk's zone. */
export function describeDeadline(deadline: string, now: number, timeZone: string): DeadlineWords {
  const due = Date.parse(deadline);
  const wall = wallClock(due, timeZone);
  const today = wallClock(now, timeZone);
  const days = daysBetween(today, wall);
  return {
    clock: sayClock(wall, today, days),
    distance: due < now ? sayDelay(now - due) : sayDistance(due - now, days),
    urgency: urgencyOf(due, now),
  };
}

/** A deadline (RFC 3339) by itself, whatever the day is today, on the clocks of the desk's zone: `Sun 2 March, 18:30`. */
export function writeDeadline(deadline: string, timeZone: string): string {
  const wall = wallClock(Date.parse(deadline), timeZone);
  return `${weekday(wall).slice(0, 3)} ${dayAndMonth(wall)}, ${clockTime(wall)}`;
}

function sayClock(wall: WallClock, today: WallClock, days: number): string {
  const time = clockTime(wall);
  if (days === 0) return time;
  if (days === 1) return `tomorrow ${time}`;
  if (days === -1) return `yesterday ${time}`;
  const year = wall.year === today.year ? '' : ` ${wall.year}`;
  return `${weekday(wall).slice(0, 3)} ${dayAndMonth(wall)}${year}, ${time}`;
}

function sayDistance(distance: number, days: number): string {
  if (distance < MINUTE) return 'now';
  if (days === 0 || distance < 6 * HOUR) return `in ${sayLength(distance)}`;
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

function sayDelay(delay: number): string {
  return delay < MINUTE ? 'just overdue' : `${sayLength(delay)} overdue`;
}

/** Whole minutes below an hour, hours and minutes below three, then hours, then days; rounded down. */
function sayLength(length: number): string {
  const minutes = Math.floor(length / MINUTE);
  if (length < HOUR) return `${minutes} min`;
  const hours = Math.floor(length / HOUR);
  const rest = minutes - hours * 60;
  if (hours < 3) return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  if (length < DAY) return `${hours} h`;
  const days = Math.floor(length / DAY);
  return days === 1 ? '1 day' : `${days} days`;
}
