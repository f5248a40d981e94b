import { Plus } from 'lucide-react';

/** A value that is proposed, not filled in: one press takes it. */
export function Proposed({
  words,
  because,
  onTake,
}: {
  readonly words: string;
  /** Where it comes from. */
  readonly because: string;
  readonly onTake: () => void;
}) {
  return (
    <button
      type="button"
      title={because}
      onClick={({ currentTarget }) => {
        // This button goes with its proposal; the focus goes on in the field that it fills.
        currentTarget.closest('[data-filled-here]')?.querySelector('input')?.focus();
        onTake();
      }}
      className="min-w-0 max-w-full self-start justify-self-start wrap-anywhere rounded-md border border-pencil border-dashed px-1.5 py-0.5 text-left text-pencil text-sm hover:bg-pencil-wash pointer-coarse:min-h-11"
    >
      <Plus aria-hidden="true" size={12} className="mr-1 inline align-[-1px]" />
      {words} <span className="text-soft">proposed</span>
    </button>
  );
}
