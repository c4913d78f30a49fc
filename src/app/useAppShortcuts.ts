import { useLocation } from 'wouter';
import { useMessages } from '../data/services/messages.tsx';
import { useShortcuts } from '../ui/shortcuts/registry.ts';
import { usePageAddress } from '../view/usePageAddress.ts';
import { serverPages } from './serverPages.ts';
import { useAppearance } from './useAppearance.ts';

/** The shortcuts that work on every page with a shell. */
export function useAppShortcuts(showSheet: () => void): void {
  const { messages } = useMessages();
  const [, navigate] = useLocation();
  const addressOf = usePageAddress();
  const { shown, setTheme } = useAppearance();
  const texts = messages.shell.shortcuts;
  useShortcuts([
    { keys: 'g o', label: texts.overview, run: () => navigate(addressOf('/')) },
    { keys: 'g w', label: texts.wall, run: () => navigate(addressOf('/kiosk/all')) },
    ...serverPages.map(({ path, name, key }) => ({
      keys: `g ${key}`,
      label: messages.shell.navigation.server[name],
      run: () => navigate(addressOf(path)),
    })),
    { keys: 'd', label: texts.theme, run: () => setTheme(shown === 'dark' ? 'light' : 'dark') },
    { keys: '?', label: texts.show, run: showSheet },
  ]);
}
