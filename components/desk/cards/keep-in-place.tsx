import { Component, type ReactNode, type RefObject } from 'react';

interface Props {
  readonly within: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/**
 * Keeps what has the focus where it is on the screen when something appears or goes above it, by scrolling as far as it
 * was pushed. A class, because no hook runs before the commit.
 */
export class KeepInPlace extends Component<Props> {
  override getSnapshotBeforeUpdate(): { readonly focused: Element; readonly top: number } | null {
    const focused = document.activeElement;
    if (focused === null || this.props.within.current?.contains(focused) !== true) return null;
    return { focused, top: focused.getBoundingClientRect().top };
  }

  override componentDidUpdate(
    _props: Props,
    _state: unknown,
    before: { readonly focused: Element; readonly top: number } | null,
  ): void {
    if (before === null || document.activeElement !== before.focused) return;
    const pushed = before.focused.getBoundingClientRect().top - before.top;
    if (pushed !== 0) scrollerOf(before.focused).scrollBy(0, pushed);
  }

  override render(): ReactNode {
    return this.props.children;
  }
}

/** What scrolls the element up and down: the sheet on a phone, else the page. */
function scrollerOf(element: Element): Element | Window {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(parent).overflowY);
    if (scrolls && parent.scrollHeight > parent.clientHeight) return parent;
  }
  return window;
}
