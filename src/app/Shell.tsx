import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useMessages } from '../data/services/messages.tsx';
import { PaletteLoader } from './PaletteLoader.tsx';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';
import { useAppShortcuts } from './useAppShortcuts.ts';
import { usePaletteKey } from './usePaletteKey.ts';

const ShortcutSheet = lazy(() => import('./ShortcutSheet.tsx'));

/** What stands around every page but the wall and the embedded ones. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { messages } = useMessages();
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  usePaletteKey(setPaletteOpen);
  useAppShortcuts(() => setSheetOpen(true));
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {messages.shell.navigation.skip}
      </a>
      <Rail onPalette={() => setPaletteOpen(true)} onShortcuts={() => setSheetOpen(true)} />
      <main id="content" className={styles.content} tabIndex={-1}>
        {children}
      </main>
      <Suspense>{isSheetOpen && <ShortcutSheet onClose={() => setSheetOpen(false)} />}</Suspense>
      {isPaletteOpen && <PaletteLoader onClose={() => setPaletteOpen(false)} />}
    </div>
  );
}
