import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type NoticeTone = 'plain' | 'good' | 'warning' | 'bad';

const tones = {
  plain: { look: 'bg-pencil-wash', sign: Info, ink: 'text-pencil' },
  good: { look: 'bg-good-wash', sign: CircleCheck, ink: 'text-good' },
  warning: { look: 'bg-warn-wash', sign: TriangleAlert, ink: 'text-warn-ink' },
  bad: { look: 'bg-bad-wash', sign: CircleAlert, ink: 'text-bad' },
} as const satisfies Record<NoticeTone, { look: string; sign: typeof Info; ink: string }>;

/** Something to know, in the flow of the page. Bad news is told at once, the rest politely. */
export function Notice({
  tone = 'plain',
  title,
  children,
  action,
  className,
}: {
  tone?: NoticeTone;
  title?: string;
  children?: ReactNode;
  /** What can be done about it: a button or a link. */
  action?: ReactNode;
  className?: string;
}) {
  const { look, sign: Sign, ink } = tones[tone];
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={classNames('flex items-start gap-2.5 rounded-md px-3 py-2.5', look, className)}
    >
      <Sign aria-hidden="true" size={16} strokeWidth={1.75} className={classNames('mt-0.5 shrink-0', ink)} />
      <div className="min-w-0 flex-1">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children !== undefined && <div className="text-ink">{children}</div>}
      </div>
      {action}
    </div>
  );
}
