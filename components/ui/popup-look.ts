/** How lists that float look: menus and proposals. */
export const popupLook =
  'z-50 max-h-(--available-height) overflow-y-auto rounded-lg border border-line bg-sheet p-1 text-ink shadow-float ' +
  'outline-hidden transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0';

/** How one line of such a list looks. */
export const popupItemLook =
  'flex min-h-7.5 w-full cursor-default select-none items-center gap-2 rounded-md px-2.5 py-1 text-left text-base ' +
  'no-underline outline-hidden data-highlighted:bg-hover data-disabled:text-faint pointer-coarse:min-h-11';
