import { clockTime, dayAndMonth, wallClock } from '@/domain/wall-clock';

/** An instant on the desk's wall: `2 March, 18:30`. */
export function momentWords(instant: string, timeZone: string): string {
  const wall = wallClock(Date.parse(instant), timeZone);
  return `${dayAndMonth(wall)}, ${clockTime(wall)}`;
}
