import type { ReactNode } from 'react';
import { Together } from '@/components/data/together';
import { CopyNotice } from '@/components/offline/copy-notice';
import { OutboxNotices } from '@/components/outbox/outbox-notices';
import { StateLine } from '@/components/outbox/state-line';
import type { Me } from '@/domain/contract/people';
import { Logo } from './logo';
import { OnePersonDeskNotice } from './one-person-desk-notice';
import { SkipLink } from './skip-link';
import { WhoMenu } from './who-menu';

/**
 * The top of every page behind sign-in: where one is, what can be done here, who one is. The page's `main` carries the
 * id `content`, to which the skip link leads.
 */
export function Header({
  me,
  crumb,
  actions,
  saysSaved = false,
}: {
  me: Me;
  /** Where one is: one or more `Crumb`s. */
  crumb?: ReactNode;
  /** What can be done on the page as a whole; the main one last. */
  actions?: ReactNode;
  /** Whether the state line says Saved from the start, because work is done on this page. */
  saysSaved?: boolean;
}) {
  return (
    <>
      <Together me={me} />
      <SkipLink />
      <header className="sticky top-0 z-30 border-line border-b bg-paper print:hidden">
        <div className="flex h-12 items-center gap-4 px-4 max-sm:gap-2.5 pointer-coarse:h-14">
          <Logo />
          <nav aria-label="Where you are" className="min-w-0 flex-1">
            <ol className="flex min-w-0 items-center gap-2 text-soft">{crumb}</ol>
          </nav>
          <div className="flex shrink-0 items-center gap-2">
            <StateLine me={me} saysSaved={saysSaved} />
            {actions}
            <WhoMenu me={me} />
          </div>
        </div>
        <OnePersonDeskNotice me={me} />
        <OutboxNotices me={me} />
        <CopyNotice timeZone={me.settings.timeZone} />
      </header>
    </>
  );
}
