/** Loaded into a server with `--import`: nothing is done every second, so that no stream looks at its session again. */
const every = globalThis.setInterval;
const SECOND = 1000;

/**
 * @param {() => void} work
 * @param {number} pause
 */
function rarely(work, pause) {
  return every(pause === SECOND ? () => undefined : work, pause);
}

Object.assign(globalThis, { setInterval: rarely });
