'use client';

import { useSyncExternalStore } from 'react';
import { MenuChoice } from '@/components/ui/menu';
import { keepTheme, shownTheme, watchTheme } from './shown-theme';
import { type Theme, themes } from './theme';

const words = {
  system: 'As the device',
  light: 'Light',
  dark: 'Dark',
} as const satisfies Record<Theme, string>;

const options = themes.map((theme) => ({ value: theme, label: words[theme] }));

/** The lines of a menu that choose light or dark; what is chosen holds at once and on this device. */
export function ThemeChoice() {
  const theme = useSyncExternalStore(watchTheme, shownTheme, () => 'system' as const);
  return <MenuChoice label="Theme" value={theme} options={options} onValueChange={keepTheme} />;
}
