'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { onConnected } from '@/components/data/live/connection';
import { clockTime, dayAndMonth, daysBetween, wallClock } from '@/domain/wall-clock';
import { shownCopy, useShownCopy } from './shown-copy';

/** Says that the page is a copy and of when, as long as it is; then has the desk give the page anew, in place. */
export function CopyNotice({ timeZone }: { readonly timeZone: string }) {
  const at = useShownCopy();
  const router = useRouter();
  useEffect(() => {
    if (shownCopy() === undefined) return;
    return onConnected(() => router.refresh());
  }, [router]);
  if (at === undefined) return null;
  return (
    <p role="status" className="bg-pencil-wash px-4 py-1 text-center">
      <strong className="font-semibold">Offline: this is the page as of {whenWords(at, timeZone)}.</strong> Go
      on working; what you do is kept here and sent when the desk is back.
    </p>
  );
}

/** `19:15`, or with its day when that is not today. */
function whenWords(at: string, timeZone: string): string {
  const wall = wallClock(Date.parse(at), timeZone);
  const isToday = daysBetween(wall, wallClock(Date.now(), timeZone)) === 0;
  return isToday ? clockTime(wall) : `${dayAndMonth(wall)}, ${clockTime(wall)}`;
}
