/**
 * How everything that is filled in looks: 32 px high, 44 px where a finger points; there in 16 px type too, below which
 * phones zoom the page on focus.
 */
export const controlLook =
  'w-full min-w-0 rounded-md border border-edge bg-sheet px-2.5 py-1 text-base text-ink transition-colors ' +
  'min-h-8 pointer-coarse:min-h-11 pointer-coarse:text-[1rem] ' +
  'focus:outline-2 focus:outline-pencil focus:-outline-offset-1 ' +
  'data-invalid:border-bad [&[readonly]]:bg-paper disabled:cursor-default disabled:opacity-55';
