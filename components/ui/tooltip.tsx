'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import { Kbd } from './kbd';

/** Words that appear beside a control on hover and focus. They repeat its name or add to it, for eyes only. */
export function Tooltip({
  label,
  shortcut,
  children,
}: {
  label: string;
  shortcut?: string;
  /** The control: one element that takes a ref. */
  children: ReactElement<Record<string, unknown>>;
}) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={400} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className="z-50">
          <Base.Popup className="flex items-center gap-2 rounded-md bg-ink px-2 py-1 font-medium text-paper text-sm shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            {label}
            {shortcut !== undefined && <Kbd onFill>{shortcut}</Kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
