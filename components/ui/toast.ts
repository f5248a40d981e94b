'use client';

import { Toast } from '@base-ui/react/toast';

/** What `Toaster` shows. Only the two files here know it. */
export const toastManager = Toast.createToastManager();

export interface ToastOptions {
  /** A second line. */
  description?: string;
  /** The one thing that can be done about it, such as Undo. */
  action?: { readonly label: string; readonly run: () => void };
  /** Bad news is told at once and stays until it is closed. */
  tone?: 'plain' | 'bad';
}

const PLAIN_MS = 5000;
/** Long enough to reach the button with the keyboard. */
const WITH_ACTION_MS = 10_000;

/** Says in the corner what has just happened, also to screen readers. Callable from anywhere in the browser. */
export function toast(title: string, { description, action, tone = 'plain' }: ToastOptions = {}): void {
  const id = toastManager.add({
    title,
    description,
    type: tone,
    priority: tone === 'bad' ? 'high' : 'low',
    timeout: tone === 'bad' ? 0 : action === undefined ? PLAIN_MS : WITH_ACTION_MS,
    ...(action !== undefined && {
      actionProps: {
        children: action.label,
        onClick: () => {
          toastManager.close(id);
          action.run();
        },
      },
    }),
  });
}
