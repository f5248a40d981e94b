import Link from 'next/link';
import type { ReactNode } from 'react';

/** One step of where one is: a link on the way, plain words with `aria-current` for the page itself. */
export function Crumb({ href, children }: { href?: string; children: ReactNode }) {
  if (href === undefined) {
    return (
      <li aria-current="page" className="truncate font-medium text-ink" dir="auto">
        {children}
      </li>
    );
  }
  return (
    <li className="flex shrink-0 items-center gap-2 after:text-faint after:content-['/'] max-sm:hidden">
      <Link href={href} className="rounded-sm hover:text-ink">
        {children}
      </Link>
    </li>
  );
}
