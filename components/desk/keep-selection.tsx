import { Component, type ReactNode, type RefObject } from 'react';
import { readSelection, type SelectedOffsets, writeSelection } from './dom-range';
import { isPointerDown } from './pointer';

interface Props {
  /** The block's element, whose text is about to be drawn anew. */
  readonly block: RefObject<HTMLElement | null>;
  /** What the block is drawn from; another object means that its text nodes may be replaced. */
  readonly drawnFrom: unknown;
  readonly children: ReactNode;
}

/**
 * Keeps the reader's selection when a block is drawn anew: React replaces its text nodes, and the browser would drop or
 * move the selection with them. It is read as offsets just before, and set again just after. Nothing happens while a
 * pointer is down or when the selection does not touch the block. A class, because no hook runs before the commit.
 */
export class KeepSelection extends Component<Props> {
  override getSnapshotBeforeUpdate(before: Props): SelectedOffsets | null {
    const block = this.props.block.current;
    if (before.drawnFrom === this.props.drawnFrom || block === null || isPointerDown()) return null;
    const selection = document.getSelection();
    if (selection === null || selection.rangeCount === 0) return null;
    if (!selection.getRangeAt(0).intersectsNode(block)) return null;
    return readSelection(document, selection) ?? null;
  }

  override componentDidUpdate(_props: Props, _state: unknown, kept: SelectedOffsets | null): void {
    const selection = document.getSelection();
    if (kept === null || selection === null) return;
    const now = readSelection(document, selection);
    if (now?.anchor === kept.anchor && now.focus === kept.focus) return;
    writeSelection(document, selection, kept);
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
