import { useEffect } from 'react';

/**
 * Keeps the words that are selected in the page while a dialog is open, whose field takes the selection with the focus.
 * The dialog itself gives the focus back.
 */
export function useKeepPlace(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return;
    const selection = document.getSelection();
    const isInPage = selection !== null && selection.rangeCount > 0 && !selection.isCollapsed;
    const range = isInPage ? selection.getRangeAt(0).cloneRange() : undefined;
    return () => {
      if (range === undefined || range.collapsed || !range.startContainer.isConnected) return;
      // Once the focus is back where it was.
      setTimeout(() => {
        const now = document.getSelection();
        now?.removeAllRanges();
        now?.addRange(range);
      });
    };
  }, [isOpen]);
}
