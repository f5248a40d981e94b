import { clockTime, dayAndMonth, daysBetween, wallClock } from '@/domain/wall-clock';

/** An instant on the desk's wall: `2 March, 18:30`. */
export function momentWords(instant: string, timeZone: string): string {
  const wall = wallClock(Date.parse(instant), timeZone);
  return `${dayAndMonth(wall)}, ${clockTime(wall)}`;
}

/** An instant as one names it on the day itself: `18:30`, on any other day with the date. `now` in ms since 1970. */
export function recentWords(instant: string, timeZone: string, now: number): string {
  const wall = wallClock(Date.parse(instant), timeZone);
  return daysBetween(wall, wallClock(now, timeZone)) === 0 ? clockTime(wall) : momentWords(instant, timeZone);
}
