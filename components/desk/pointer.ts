/** Whether a button, finger or pen is down in this window. While it is, the selection belongs to the browser. */
let down = false;

export function isPointerDown(): boolean {
  return down;
}

/** Follows the pointer until the returned function is called; `changed` is told of each press and release. */
export function followPointer(changed: () => void): () => void {
  const listening = new AbortController();
  const set = (is: boolean) => () => {
    down = is;
    changed();
  };
  const options = { capture: true, passive: true, signal: listening.signal };
  window.addEventListener('pointerdown', set(true), options);
  window.addEventListener('pointerup', set(false), options);
  // A long press or a scroll takes the pointer away without an up.
  window.addEventListener('pointercancel', set(false), options);
  window.addEventListener('blur', set(false), options);
  return () => {
    listening.abort();
    down = false;
  };
}
