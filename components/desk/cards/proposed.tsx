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
      onClick={onTake}
      className="min-w-0 max-w-full wrap-anywhere rounded-md border border-pencil border-dashed px-1.5 py-0.5 text-left text-pencil text-sm hover:bg-pencil-wash pointer-coarse:min-h-11"
    >
      <Plus aria-hidden="true" size={12} className="mr-1 inline align-[-1px]" />
      {words} <span className="text-soft">proposed</span>
    </button>
  );
}
