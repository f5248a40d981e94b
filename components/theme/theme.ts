/** Light or dark: what a person chose, kept in a cookie so that the first paint already has it. */
import { z } from 'zod';

/** `system` follows the device; it is the same as no cookie. */
export const themes = ['system', 'light', 'dark'] as const;
export const Theme = z.enum(themes);
export type Theme = z.infer<typeof Theme>;

export const THEME_COOKIE = 'bluepencil-theme';

/** The theme that a cookie's value names; anything else follows the system. */
export function readTheme(cookie: string | undefined): Theme {
  return Theme.catch('system').parse(cookie);
}

/** What the root element carries; nothing while the system decides. */
export function themeAttribute(theme: Theme): { 'data-theme'?: 'light' | 'dark' } {
  return theme === 'system' ? {} : { 'data-theme': theme };
}
