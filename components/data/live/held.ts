/** A value outside React that one can read at any time and listen to. */
export interface Held<Value> {
  readonly get: () => Value;
  /** Tells the listeners, unless it is the same value. */
  readonly set: (value: Value) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function hold<Value>(initial: Value): Held<Value> {
  const listeners = new Set<() => void>();
  let held = initial;
  return {
    get: () => held,
    set(value) {
      if (Object.is(value, held)) return;
      held = value;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
