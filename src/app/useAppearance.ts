import { useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import { useSearch } from 'wouter/use-browser-location';
import { useShownTheme } from '../data/services/useShownTheme.ts';
import type { Language } from '../model/language.ts';
import { usePreferences } from '../view/preferences.ts';
import type { Theme } from '../view/theme.ts';
import { decodeView } from '../view/urlState.ts';

interface Appearance {
  readonly theme: Theme;
  readonly language: Language;
  /** The theme that `theme` comes to now. */
  readonly shown: 'light' | 'dark';
  readonly setTheme: (theme: Theme) => void;
  readonly setLanguage: (language: Language) => void;
}

/** Theme and language: what the address says, else what the viewer likes. Choosing one takes it out of the address. */
export function useAppearance(): Appearance {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const { theme: likedTheme, language: likedLanguage, choose } = usePreferences();
  const said = useMemo(() => appearanceIn(search), [search]);
  const shown = useShownTheme(said.theme);
  const drop = (key: string) => {
    const params = new URLSearchParams(search);
    if (!params.has(key)) return;
    params.delete(key);
    navigate(params.size === 0 ? path : `${path}?${params}`, { replace: true });
  };
  return {
    theme: said.theme ?? likedTheme,
    language: said.language ?? likedLanguage,
    shown,
    setTheme(theme) {
      choose({ theme });
      drop('theme');
    },
    setLanguage(language) {
      choose({ language });
      drop('lang');
    },
  };
}

/** The part of a query string that is about looks; the defaults of the rest do not matter here. */
export function appearanceIn(search: string): { theme: Theme | null; language: Language | null } {
  const { view } = decodeView(search, { range: { from: 'now-1h', to: 'now' }, refresh: null, timeZone: 'browser' });
  return { theme: view.theme, language: view.language };
}

/** Puts the theme and the language that is on screen where the styles and screen readers look for them. */
export function useApplyAppearance(language: Language): void {
  const { shown } = useAppearance();
  useEffect(() => {
    document.documentElement.dataset.theme = shown;
  }, [shown]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
}
