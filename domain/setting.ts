/** What an admin sets for the whole desk. */
import { z } from 'zod';
import { filledString } from '@/domain/text';

export const Settings = z.strictObject({
  /** While on, people may decide on their own work; every page's header says so. */
  onePersonDesk: z.boolean(),
  /** IANA name of the zone in which deadlines are shown. */
  timeZone: filledString(60).refine(isTimeZone, 'is not a time zone such as Europe/London'),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = { onePersonDesk: false, timeZone: 'Europe/London' };

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
