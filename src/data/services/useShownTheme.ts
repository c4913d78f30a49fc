import { useSyncExternalStore } from 'react';
import { usePreferences } from '../../view/preferences.ts';
import type { Theme } from '../../view/theme.ts';

const dark = () => matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  const query = dark();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** The theme on screen: what the address says (`chosen`), else the viewer's preference; `system` is the device's, now. */
export function useShownTheme(chosen: Theme | null): 'light' | 'dark' {
  const preferred = usePreferences(({ theme }) => theme);
  const isDark = useSyncExternalStore(subscribe, () => dark().matches);
  const theme = chosen ?? preferred;
  if (theme !== 'system') return theme;
  return isDark ? 'dark' : 'light';
}
