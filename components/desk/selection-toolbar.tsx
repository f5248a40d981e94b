import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { type Kind, kinds } from '@/domain/kinds';
import type { Range } from '@/domain/span';
import { capitalised, kindWords } from '@/domain/words';
import { useDeskState } from './desk-state';
import { toDomRange } from './dom-range';
import { KindSign } from './kind-sign';
import { placeToolbar } from './place-toolbar';
import { keysOf } from './shortcuts';
import { useIsWide } from './use-is-wide';

/**
 * Quote, Claim, Event beside the selected words. It never takes the selection away (a press on it does not move the
 * focus) and never covers what is selected; at phone width it stands at the bottom (desk.css).
 */
export function SelectionToolbar({
  text,
  frame,
  onMake,
}: {
  readonly text: RefObject<HTMLElement | null>;
  /** The positioned element that the toolbar stands in. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly onMake: (kind: Kind) => void;
}) {
  const selection = useDeskState((state) => state.selection);
  const layoutVersion = useDeskState((state) => state.layoutVersion);
  const toolbar = useRef<HTMLDivElement>(null);
  const [corner, setCorner] = useState<{ left: number; top: number }>();
  const isWide = useIsWide();
  const settles = useSettledScroll(selection !== undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is measured anew when it moved or was laid out.
  useLayoutEffect(() => {
    setCorner(
      cornerBeside(selection, { text: text.current, frame: frame.current, toolbar: toolbar.current }),
    );
  }, [selection, layoutVersion, settles, isWide]);

  if (selection === undefined) return null;
  return (
    <div
      ref={toolbar}
      role="toolbar"
      aria-label="Mark the selected words"
      className="desk-toolbar"
      data-placed={corner !== undefined || undefined}
      style={isWide ? corner : undefined}
      // The selection would go with the focus.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          data-kind={kind}
          aria-keyshortcuts={keysOf(kind)[0]}
          onClick={() => onMake(kind)}
        >
          <KindSign kind={kind} />
          {capitalised(kindWords[kind])}
          <Kbd>{keysOf(kind)[0] ?? ''}</Kbd>
        </button>
      ))}
    </div>
  );
}

/** How far the toolbar may stand out of the text's column, px. */
const REACH = 24;

interface Elements {
  readonly text: HTMLElement | null;
  readonly frame: HTMLElement | null;
  readonly toolbar: HTMLElement | null;
}

function cornerBeside(selection: Range | undefined, { text, frame, toolbar }: Elements) {
  if (selection === undefined || text === null || frame === null || toolbar === null) return undefined;
  const range = toDomRange(text, selection);
  if (range === undefined) return undefined;
  const origin = frame.getBoundingClientRect();
  const column = text.getBoundingClientRect();
  const lines = [...range.getClientRects()].filter((line) => line.width > 0);
  const corner = placeToolbar({
    lines,
    view: {
      left: Math.max(0, column.left - REACH),
      // The frame begins where the header ends; the header stays there when the page scrolls.
      top: origin.top + window.scrollY,
      right: Math.min(column.right + REACH, document.documentElement.clientWidth),
      bottom: document.documentElement.clientHeight,
    },
    width: toolbar.offsetWidth,
    height: toolbar.offsetHeight,
  });
  return corner && { left: corner.left - origin.left, top: corner.top - origin.top };
}

/** A number that changes whenever scrolling has come to rest, while asked to. */
function useSettledScroll(follow: boolean): number {
  const [rests, setRests] = useState(0);
  useEffect(() => {
    if (!follow) return;
    const listening = new AbortController();
    document.addEventListener('scrollend', () => setRests((count) => count + 1), {
      signal: listening.signal,
    });
    return () => listening.abort();
  }, [follow]);
  return rests;
}
