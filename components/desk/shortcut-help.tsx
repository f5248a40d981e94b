import { useRef } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { keysOf, keyWritten, shortcutGroups, shortcutNames, shortcuts } from './shortcuts';

/** The table of the keys that exist, from the one table that they are listened for by. */
export function ShortcutHelp({
  open,
  onOpenChange,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keys"
      description="They work whenever you are not typing in a field."
      width="wide"
      initialFocus={list}
    >
      <div ref={list} tabIndex={-1} className="grid outline-hidden gap-x-10 gap-y-6 sm:grid-cols-2">
        {shortcutGroups.map((group) => (
          <section key={group}>
            <h3 className="mb-2 font-semibold text-faint text-xs">{group}</h3>
            <dl className="grid gap-y-2">
              {shortcutNames
                .filter((name) => shortcuts[name].group === group)
                .map((name) => (
                  <div key={name} className="flex items-baseline gap-3">
                    <dt className="w-20 shrink-0">
                      {keysOf(name).map((key) => (
                        <kbd
                          key={key}
                          className="mr-1 inline-block min-w-6 rounded-sm border border-line px-1.5 text-center font-medium font-ui text-xs"
                        >
                          {keyWritten(key)}
                        </kbd>
                      ))}
                    </dt>
                    <dd className="text-soft">{shortcuts[name].does}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
