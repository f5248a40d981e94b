'use client';

import { HardDriveDownload } from 'lucide-react';
import { countUnkept } from '@/components/data/outbox/save-state';
import { useOutboxView } from '@/components/data/unsent-stores';
import { Button } from '@/components/ui/button';
import type { Me } from '@/domain/contract/people';
import { downloadUnsent, partOf } from './download-unsent';

/** What is to be known of unsent work on every page: that it cannot be kept here, or that somebody else's waits here. */
export function OutboxNotices({ me }: { readonly me: Me }) {
  const view = useOutboxView();
  const unkept = countUnkept(view);
  return (
    <>
      {(unkept > 0 || !view.works) && (
        <div
          role="alert"
          className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 bg-bad-wash px-4 py-1.5 text-center"
        >
          <span className="flex items-center gap-2">
            <HardDriveDownload
              aria-hidden="true"
              size={15}
              strokeWidth={1.75}
              className="shrink-0 text-bad"
            />
            <span>
              <strong className="font-semibold">This browser cannot keep your work.</strong>{' '}
              {unkept === 0
                ? 'What is not sent yet is lost with this tab.'
                : `${changesAre(unkept)} only in this tab.`}
            </span>
          </span>
          {unkept > 0 && <Button onClick={() => downloadUnsent(me, view.boxes.map(partOf))}>Download</Button>}
        </div>
      )}
      {view.others.map(({ person, count }) => (
        <p key={person.id} role="note" className="bg-hover px-4 py-1 text-center text-soft text-sm">
          {person.name} has {count} unsent {count === 1 ? 'change' : 'changes'} in this browser.
        </p>
      ))}
    </>
  );
}

function changesAre(count: number): string {
  return count === 1 ? '1 change is' : `${count} changes are`;
}
