/**
 * The forms of a card and what it shows of a clash, fetched apart from the desk, which opens without them. A card draws
 * nothing in their place until they have come, so `fetchForms` is called well before.
 */
import dynamic from 'next/dynamic';
import { fetchSurely } from '@/components/data/fetch-surely';

const details = () => fetchSurely(() => import('./details-form'));
const reason = () => fetchSurely(() => import('./reason-form'));
const stale = () => fetchSurely(() => import('./stale-write'));

/** `details-form.tsx` when it has come. */
export const DetailsForm = dynamic(() => details().then((file) => file.DetailsForm), { ssr: false });
/** `reason-form.tsx` when it has come. */
export const ReasonForm = dynamic(() => reason().then((file) => file.ReasonForm), { ssr: false });
/** `stale-write.tsx` when it has come. */
export const StaleWrite = dynamic(() => stale().then((file) => file.StaleWrite), { ssr: false });

/** Brings them all, so that they open at once and also while the desk cannot be reached. */
export async function fetchForms(): Promise<void> {
  await Promise.all([details(), reason(), stale()]);
}
