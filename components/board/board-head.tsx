import { dayAndMonth, wallClock, weekday } from '@/domain/wall-clock';
import { boardSentence } from './board-sentence';
import type { Overview } from './overview';

/** The day on the desk's calendar, and how the desk stands. */
export function BoardHead({
  now,
  timeZone,
  overview,
}: {
  now: number;
  timeZone: string;
  overview: Overview | undefined;
}) {
  const today = wallClock(now, timeZone);
  return (
    <div className="mb-5 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <h1 className="font-semibold font-text text-title tracking-[-0.015em]">
        {weekday(today)}, {dayAndMonth(today)}
      </h1>
      {overview !== undefined && <p className="text-soft">{boardSentence(overview, now)}</p>}
    </div>
  );
}
