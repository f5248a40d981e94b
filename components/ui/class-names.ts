/** Class names joined by spaces, absent ones left out. Later names do not override earlier ones; say each thing once. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== false && name !== undefined && name !== '').join(' ');
}
