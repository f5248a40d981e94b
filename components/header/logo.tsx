import Link from 'next/link';

/** The name of the house with its pencil stroke; leads to the desk board. */
export function Logo() {
  return (
    <Link
      href="/"
      className="flex shrink-0 items-center gap-2 rounded-sm font-bold tracking-[-0.01em] pointer-coarse:min-h-11"
    >
      <span aria-hidden="true" className="block h-1 w-4.5 -rotate-32 rounded-xs bg-pencil" />
      <span className="max-sm:sr-only">Bluepencil</span>
    </Link>
  );
}
