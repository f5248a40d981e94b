'use client';

import { UserRoundCheck } from 'lucide-react';
import { useMe } from '@/components/data/use-me';
import type { Me } from '@/domain/contract/people';

/** Says on every page that four-eyes is off while it is; kept up to date while the page stays open. */
export function OnePersonDeskNotice({ me }: { me: Me }) {
  const { settings } = useMe(me);
  if (!settings.onePersonDesk) return null;
  return (
    <p
      role="status"
      className="flex items-center justify-center gap-2 bg-warn-wash px-4 py-1 text-center text-warn-ink"
    >
      <UserRoundCheck aria-hidden="true" size={15} strokeWidth={1.75} className="shrink-0" />
      <span>
        <strong className="font-semibold">One-person desk is on.</strong> People may decide on their own
        marks.
      </span>
    </p>
  );
}
