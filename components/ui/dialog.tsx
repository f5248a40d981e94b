'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { classNames } from './class-names';
import { IconButton } from './icon-button';

export interface DialogProps {
  open: boolean;
  /** Called with false when the person leaves by Escape, the cross or a click beside it. */
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One sentence below the title. */
  description?: ReactNode;
  /** Narrow for a question, wide for a form. */
  width?: 'narrow' | 'wide';
  /** What takes the focus when it opens; the first control otherwise. */
  initialFocus?: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/**
 * A window over the page that asks one thing. The focus stays inside and returns when it closes; on a phone it stands
 * at the bottom, under the thumb.
 */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  width = 'narrow',
  initialFocus,
  children,
}: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-shade transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 grid items-end justify-items-center overflow-y-auto sm:items-center sm:p-6">
          <Base.Popup
            {...(initialFocus !== undefined && { initialFocus })}
            className={classNames(
              'relative w-full rounded-t-lg border border-line bg-sheet p-5 shadow-float outline-hidden transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 sm:rounded-lg',
              width === 'narrow' ? 'sm:max-w-md' : 'sm:max-w-2xl',
            )}
          >
            <Base.Title className="pr-10 font-semibold font-text text-section">{title}</Base.Title>
            {description !== undefined && (
              <Base.Description className="mt-1 text-lg text-soft">{description}</Base.Description>
            )}
            <div className="mt-4">{children}</div>
            <IconButton
              icon={X}
              label="Close"
              className="absolute top-4 right-4"
              onClick={() => onOpenChange(false)}
            />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** The row of buttons that ends a dialog: the one to press last, at the right. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-6 flex flex-wrap justify-end gap-2">{children}</div>;
}
