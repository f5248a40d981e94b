import { useDeskState } from './desk-state';

/** Where screen readers hear what happened. Two equal sentences in a row are told apart by a space that nobody hears. */
export function Announcements() {
  const { sentence, at } = useDeskState((state) => state.said);
  return (
    <p role="status" className="sr-only">
      {sentence}
      {at % 2 === 0 ? '' : '\u00a0'}
    </p>
  );
}
