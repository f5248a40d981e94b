'use client';

import { useOutbox, useOutboxView } from '@/components/data/unsent-stores';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import type { Me } from '@/domain/contract/people';
import { downloadUnsent, partOf } from './download-unsent';
import { UnreadableItem } from './unreadable-item';
import { UnsentItem } from './unsent-item';

/** Everything that the person has unsent in this browser, by article, with what can be done about each. */
export function UnsentDialog({
  me,
  open,
  onOpenChange,
}: {
  readonly me: Me;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const outbox = useOutbox();
  const { boxes } = useOutboxView();
  const filled = boxes
    .map((box) => ({ box, state: box.store.current() }))
    .filter(({ state }) => state.writes.length + state.unreadable.length > 0);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Not on the desk yet"
      description="Kept in this browser for you, and sent in order as soon as it can be."
      width="wide"
    >
      {filled.length === 0 && <p className="text-soft">Nothing any more: all your work is on the desk.</p>}
      <div className="grid max-h-[60dvh] gap-5 overflow-y-auto">
        {filled.map(({ box, state }) => (
          <section key={box.articleId} aria-label={box.headline ?? 'An article'}>
            <h3 className="font-semibold" dir="auto">
              {box.headline ?? 'An article'}
            </h3>
            <ul className="mt-1 divide-y divide-line">
              {state.writes.map((write) => (
                <UnsentItem
                  key={write.key}
                  box={box}
                  write={write}
                  onLeave={() => onOpenChange(false)}
                  onDownload={() => downloadUnsent(me, [{ ...partOf(box), writes: [write], unreadable: [] }])}
                />
              ))}
              {state.unreadable.map((item) => (
                <UnreadableItem
                  key={item.place}
                  onDownload={() => downloadUnsent(me, [{ ...partOf(box), writes: [], unreadable: [item] }])}
                  onDiscard={() => outbox.forgetUnreadable(box, item.place)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <DialogActions>
        {filled.length > 0 && (
          <Button onClick={() => downloadUnsent(me, boxes.map(partOf))}>Download everything unsent</Button>
        )}
        <Button variant="primary" onClick={() => onOpenChange(false)}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
