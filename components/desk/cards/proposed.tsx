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
      className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-md border border-pencil border-dashed px-1.5 text-left text-pencil text-sm hover:bg-pencil-wash pointer-coarse:min-h-11"
    >
      <Plus aria-hidden="true" size={13} className="shrink-0" />
      <span className="min-w-0 truncate">{words}</span>
      <span className="shrink-0 text-soft">proposed</span>
    </button>
  );
}
