/** Loaded into a server with `--import`: nothing is done every so often, so that no stream looks at its session again. */
const { setInterval: every } = globalThis;

/** @type {any} */ (globalThis).setInterval = (/** @type {any} */ work, /** @type {number} */ pause) =>
  every(pause === 1000 ? () => undefined : work, pause);
