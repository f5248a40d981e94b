import type { ReactNode } from 'react';
import { classNames } from './class-names';

/** A place where nothing is: what that means, and the next step. */
export function EmptyState({
  title,
  children,
  action,
  level = 2,
  className,
}: {
  title: string;
  /** One or two sentences: why it is empty, what would fill it. */
  children?: ReactNode;
  /** The next step: a button or a link, or several. */
  action?: ReactNode;
  /** Of the heading: 1 where it is the whole page. */
  level?: 1 | 2;
  className?: string;
}) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <section
      className={classNames(
        'mx-auto grid max-w-md justify-items-center gap-3 px-4 py-16 text-center',
        className,
      )}
    >
      <span aria-hidden="true" className="mb-1 block h-1 w-6 -rotate-32 rounded-xs bg-line" />
      <Heading className="text-balance font-semibold font-text text-section">{title}</Heading>
      {children !== undefined && <div className="text-pretty text-lg text-soft">{children}</div>}
      {action !== undefined && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </section>
  );
}
