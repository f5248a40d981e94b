/** How often the parent is looked at (milliseconds). */
const INTERVAL = 200;

/**
 * Under npm, ends this process as SIGTERM would when the shell that npm started it in has gone: npm hands a signal to
 * that shell, which dies without passing it on and would leave the server behind. Without npm it does nothing.
 */
export function endWithShell(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, INTERVAL);
  watch.unref();
}
