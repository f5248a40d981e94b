'use client';

import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { buttonLook, iconButtonLook } from './button-look';
import { toastManager } from './toast';

/**
 * Where toasts appear; once, in the root layout. Out of the way of what is being worked on: in the corner across from the
 * cards, on narrow screens at the top, because the chosen card stands at the bottom. F6 moves the focus there.
 */
export function Toaster() {
  return (
    <Toast.Provider toastManager={toastManager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed left-4 z-50 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 max-lg:top-16 lg:bottom-4 lg:w-76">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['left', 'right']}
      className="rounded-lg border border-line bg-sheet shadow-float transition-opacity data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-center gap-3 py-2 pr-2 pl-3.5">
        <div className="min-w-0 flex-1 py-1">
          <Toast.Title className="font-semibold data-[type=bad]:text-bad" />
          <Toast.Description className="text-soft" />
        </div>
        {toast.actionProps !== undefined && <Toast.Action className={buttonLook('plain')} />}
        <Toast.Close aria-label="Close" className={iconButtonLook('quiet')}>
          <X aria-hidden="true" size={16} strokeWidth={1.75} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
