'use client';

import { TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { keysOf, keyWritten } from '@/components/desk/shortcuts';
import { Button } from '@/components/ui/button';
import { choosingFor, pressChoice } from './choosing';
import { useFocusOnward } from './use-focus-onward';

/**
 * What somebody else did to what the person was about to do, and the ways on. The keys of choosing work anywhere within
 * but where text is typed.
 */
export function ClashRegion({
  title,
  children,
  all,
  count,
}: {
  /** One sentence: who did what. Told to screen readers when it appears. */
  readonly title: string;
  readonly children: ReactNode;
  /** Decides all at once, where there are several. */
  readonly all?: { readonly onTake: (side: 'theirs' | 'mine') => void } | undefined;
  /** How many things are to be decided; when it falls with the focus within, the focus goes on to the next. */
  readonly count: number;
}): ReactNode {
  const id = useId();
  const region = useRef<HTMLElement>(null);
  useFocusOnward(region, count);

  function press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.nativeEvent.isComposing || event.repeat) return;
    const choosing = choosingFor({ ...keyOf(event), target: event.target });
    if (choosing !== undefined && pressChoice(region.current, choosing)) event.preventDefault();
  }

  return (
    <section
      ref={region}
      aria-labelledby={id}
      className="@container grid grid-cols-1 gap-2 rounded-md bg-warn-wash p-1.5"
      onKeyDown={press}
    >
      <p role="status" id={id} className="flex items-start gap-2 px-0.5 pt-0.5 font-semibold">
        <TriangleAlert
          aria-hidden="true"
          size={16}
          strokeWidth={1.75}
          className="mt-0.5 shrink-0 text-warn-ink"
        />
        <span className="min-w-0">{title}</span>
      </p>
      {children}
      {all !== undefined && (
        <div className="flex flex-wrap items-center gap-1.5">
          <Button
            data-choice="takeAllTheirs"
            shortcut={keysOf('takeAllTheirs').map(keyWritten)[0] ?? ''}
            onClick={() => all.onTake('theirs')}
          >
            All theirs
          </Button>
          <Button
            data-choice="keepAllMine"
            shortcut={keysOf('keepAllMine').map(keyWritten)[0] ?? ''}
            onClick={() => all.onTake('mine')}
          >
            All mine
          </Button>
        </div>
      )}
    </section>
  );
}

function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) {
  return { key, ctrlKey, metaKey, altKey, shiftKey };
}
