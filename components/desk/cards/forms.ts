/**
 * The forms of a card, fetched apart from the desk, which opens without them. A card draws nothing in their place until
 * they have come, so `fetchForms` is called well before.
 */
import dynamic from 'next/dynamic';
import { fetchSurely } from '@/components/data/fetch-surely';

const details = () => fetchSurely(() => import('./details-form'));
const reason = () => fetchSurely(() => import('./reason-form'));

/** `details-form.tsx` when it has come. */
export const DetailsForm = dynamic(() => details().then((file) => file.DetailsForm), { ssr: false });
/** `reason-form.tsx` when it has come. */
export const ReasonForm = dynamic(() => reason().then((file) => file.ReasonForm), { ssr: false });

/** Brings the forms, so that they open at once and also while the desk cannot be reached. */
export async function fetchForms(): Promise<void> {
  await Promise.all([details(), reason()]);
}
