/** Leads to a path of ours as a whole new page, so that nothing read before stays in memory. */
export function goTo(path: string): undefined {
  window.location.assign(path);
}
