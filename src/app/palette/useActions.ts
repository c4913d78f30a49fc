import { use, useState } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '../../data/services/messages.tsx';
import { paletteTexts } from '../../i18n/apart/palette.ts';
import { languages } from '../../model/language.ts';
import type { PackSummary } from '../../model/pack.ts';
import { calendarRanges, recentRanges } from '../../model/quickRanges.ts';
import { ShortcutContext } from '../../ui/shortcuts/registry.ts';
import { themes } from '../../view/theme.ts';
import { serverPages } from '../serverPages.ts';
import { useAppearance } from '../useAppearance.ts';
import { type Entry, entry } from './entries.ts';
import type { Group } from './search.ts';

const always = { isOpen: true, isLoading: false, failure: null };

/** What needs no server: the pages, what can be done on this one, and the time range where the page has one. */
export function useActions(packs: readonly PackSummary[]): readonly Group[] {
  const [path] = useLocation();
  return [
    { id: 'pages', entries: usePages(packs), ...always },
    { id: 'actions', entries: usePageActions(), ...always },
    { id: 'ranges', entries: useRanges(/^\/(d|auto|explore)(\/|$)/.test(path)), ...always, isOpen: false },
  ];
}

function usePages(packs: readonly PackSummary[]): readonly Entry[] {
  const { language, messages } = useMessages();
  const { overview, wall, server } = messages.shell.navigation;
  const page = (to: string, label: string, keys?: string) =>
    entry({ id: `page ${to}`, label, detail: '', further: to, ...(keys && { keys }), effect: { to } });
  return [
    page('/', overview, 'g o'),
    ...serverPages.map(({ path, name, key }) => page(path, server[name], `g ${key}`)),
    page('/kiosk/all', wall, 'g w'),
    ...packs.map(({ id, title }) => page(`/kiosk/${id}`, paletteTexts[language].wallOf(title[language]))),
  ];
}

/** What the keys of this page do, and what has no key. */
function usePageActions(): readonly Entry[] {
  const { language, messages } = useMessages();
  const registry = use(ShortcutContext);
  // Nothing else happens on the page while the palette is open.
  const [shortcuts] = useState(() => registry.list().filter(({ keys }) => !keys.startsWith('g ')));
  const { setTheme, setLanguage } = useAppearance();
  const texts = paletteTexts[language];
  const { theme: themeNames, language: languageNames } = messages.shell;
  const action = (id: string, label: string, run: () => void, keys?: string) =>
    entry({ id: `action ${id}`, label, detail: '', further: id, ...(keys && { keys }), effect: { run } });
  return [
    ...shortcuts.map(({ keys, label, run }) => action(`key ${keys}`, label, run, keys)),
    entry({ id: 'action copy', label: texts.copyLink, detail: '', effect: { copy: () => window.location.href } }),
    ...themes.map((theme) => action(`theme ${theme}`, texts.themeIs(themeNames[theme]), () => setTheme(theme))),
    ...languages.map((one) => action(`language ${one}`, texts.languageIs(languageNames[one]), () => setLanguage(one))),
  ];
}

function useRanges(hasRange: boolean): readonly Entry[] {
  const { messages } = useMessages();
  const [, navigate] = useLocation();
  if (!hasRange) return [];
  const { quick } = messages.shell.time;
  return [...recentRanges, ...calendarRanges].map(({ id, from, to }) =>
    entry({
      id: `range ${id}`,
      label: quick[id],
      detail: '',
      further: `${from} ${to}`,
      effect: {
        run: () => {
          const params = new URLSearchParams(window.location.search);
          params.set('from', from);
          params.set('to', to);
          navigate(`${window.location.pathname}?${params}`);
        },
      },
    }),
  );
}
