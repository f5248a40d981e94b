import {
  type ComponentType,
  memo,
  type ReactNode,
  useCallback,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import type { Block } from '@/domain/revision';
import { lanesOf, nestSegments, segmentsOf } from '@/domain/segments';
import { KeepSelection } from './keep-selection';
import type { DrawnSpan, MarkStore } from './mark-store';
import { MarkedWords } from './marked-words';

interface Props {
  readonly block: Block;
  /** The block's place in the revision. */
  readonly index: number;
  /** Where the block begins in the revision's text. */
  readonly offset: number;
  readonly marks: MarkStore;
}

/** One block of the article with the marks in it. It draws itself anew only when its own marks change. */
export const TextBlock = memo(function TextBlock({ block, index, offset, marks }: Props) {
  const element = useRef<HTMLElement>(null);
  const hold = useCallback((held: HTMLElement | null) => {
    element.current = held;
  }, []);
  const subscribe = useCallback((listener: () => void) => marks.subscribe(index, listener), [marks, index]);
  const spansNow = () => marks.spansOf(index);
  const spans = useSyncExternalStore(subscribe, spansNow, spansNow);
  const pieces = useMemo(() => nestSegments(segmentsOf(block.text, block.marks, spans)), [block, spans]);
  const lanes = useMemo(() => lanesBySpan(spans), [spans]);
  const Frame = frames[block.type];
  return (
    <Frame frame={{ ref: hold, 'data-offset': offset, dir: 'auto' }} level={block.level}>
      <KeepSelection block={element} drawnFrom={pieces}>
        <MarkedWords pieces={pieces} lanes={lanes} />
      </KeepSelection>
    </Frame>
  );
});

function lanesBySpan(spans: readonly DrawnSpan[]): ReadonlyMap<DrawnSpan, number> {
  const lanes = lanesOf(spans);
  return new Map(spans.map((span, place) => [span, lanes[place] ?? 0]));
}

interface FrameProps {
  /** For the innermost element, which holds the block's words and nothing else. */
  readonly frame: {
    readonly ref: (held: HTMLElement | null) => void;
    readonly 'data-offset': number;
    readonly dir: 'auto';
  };
  readonly level: number | undefined;
  readonly children: ReactNode;
}

/** The elements around each type of block. */
const frames = {
  paragraph: ({ frame, children }) => <p {...frame}>{children}</p>,
  heading: ({ frame, level = 2, children }) => {
    const Heading = headings[Math.min(Math.max(level, 2), 6) - 2] ?? 'h2';
    return <Heading {...frame}>{children}</Heading>;
  },
  blockquote: ({ frame, children }) => (
    <blockquote dir="auto">
      <p {...frame}>{children}</p>
    </blockquote>
  ),
  listItem: ({ frame, children }) => <li {...frame}>{children}</li>,
  caption: ({ frame, children }) => (
    <figure dir="auto">
      <figcaption {...frame}>{children}</figcaption>
    </figure>
  ),
} as const satisfies Record<Block['type'], ComponentType<FrameProps>>;

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;
