/** The theme as the page shows it: the root element's attribute, and the cookie that brings it back. */
import { readTheme, THEME_COOKIE, type Theme } from './theme';

const ONE_YEAR = 365 * 24 * 60 * 60;

/** What the root element shows now. */
export function shownTheme(): Theme {
  return readTheme(document.documentElement.dataset['theme']);
}

/** Shows the theme and keeps it for this device. */
export function keepTheme(theme: Theme): void {
  // The Cookie Store API is missing in Firefox before 140.
  // biome-ignore lint/suspicious/noDocumentCookie: as said above.
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${ONE_YEAR}; samesite=lax`;
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Calls back when the shown theme changes; gives what ends that. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
