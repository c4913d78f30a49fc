import { lazy, Suspense, useEffect, useRef } from 'react';
import { usePacks } from '../data/packs/usePacks.ts';
import { useMessages } from '../data/services/messages.tsx';
import { later } from '../model/later.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Mark } from '../ui/Mark.tsx';
import { NAVIGATION_ID } from '../ui/PageHeader.tsx';
import { Preferences } from './Preferences.tsx';
import styles from './Rail.module.css';
import { RailLink, RailPlaceContext, useRailPlace } from './RailLink.tsx';
import { RailPacks } from './RailPacks.tsx';
import { RailPages } from './RailPages.tsx';
import { paletteKey } from './usePaletteKey.ts';

// How the systems fare is asked when the page has had its turn.
const RailSystems = lazy(() => later(() => import('./RailSystems.tsx')));
const none: readonly string[] = [];
const unknown = () => <Mark tone="neutral" />;

interface RailProps {
  readonly onPalette: () => void;
  readonly onShortcuts: () => void;
}

/** The way around: the pages, and the dashboards of each pack. On phones it is a drawer that the page's header opens. */
export function Rail({ onPalette, onShortcuts }: RailProps) {
  const { messages } = useMessages();
  const texts = messages.shell.navigation;
  const { packs } = usePacks();
  const place = useRailPlace();
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer goes when its link has been followed
  useEffect(() => nav.current?.hidePopover(), [place.path]);
  const plain = (
    <>
      <RailPages />
      <RailPacks packs={packs} missing={none} markOf={unknown} />
    </>
  );
  // The viewer of a board came for its panels: they are drawn first, then it is said where else to go.
  const meanwhile = place.path.startsWith('/d/') ? null : plain;
  return (
    <nav ref={nav} id={NAVIGATION_ID} popover="auto" className={styles.rail} aria-label={texts.label}>
      <RailPlaceContext value={place}>
        <RailLink to="/" className={styles.brand}>
          <Logo />
          Mirante
        </RailLink>
        <Button icon="search" className={styles.find ?? ''} aria-keyshortcuts="Control+K Meta+K" onClick={onPalette}>
          <span>{texts.find}</span>
          <small>{paletteKey}</small>
        </Button>
        <ErrorBoundary fallback={() => plain}>
          <Suspense fallback={meanwhile}>
            <RailSystems packs={packs}>
              <RailPages />
            </RailSystems>
          </Suspense>
        </ErrorBoundary>
      </RailPlaceContext>
      <div className={styles.foot}>
        <Preferences />
        <Button look="quiet" icon="keyboard" aria-label={messages.shell.shortcuts.title} onClick={onShortcuts} />
      </div>
    </nav>
  );
}
