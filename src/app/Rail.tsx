import { useEffect, useRef } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useMessages } from '../data/messages.tsx';
import { usePacks } from '../data/usePacks.ts';
import { sections } from '../model/dashboard.ts';
import type { PackSummary } from '../model/pack.ts';
import { Button } from '../ui/Button.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Mark } from '../ui/Mark.tsx';
import { NAVIGATION_ID } from '../ui/PageHeader.tsx';
import { carriedSearch } from './carriedSearch.ts';
import { Preferences } from './Preferences.tsx';
import styles from './Rail.module.css';
import { type SystemState, useSystemStates } from './useSystemStates.ts';

/** The way around: the pages, and the dashboards of each pack. On phones it is a drawer that the page's header opens. */
export function Rail({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { messages } = useMessages();
  const texts = messages.shell.navigation;
  const { packs } = usePacks();
  const states = useSystemStates(packs);
  const isMissing = ({ id }: PackSummary) => states.get(id) === 'missing';
  const missing = packs.filter(isMissing);
  const [path] = useLocation();
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer goes when its link has been followed
  useEffect(() => nav.current?.hidePopover(), [path]);
  return (
    <nav ref={nav} id={NAVIGATION_ID} popover="auto" className={styles.rail} aria-label={texts.label}>
      <RailLink to="/" className={styles.brand}>
        <Logo />
        Mirante
      </RailLink>
      <ul>
        <li>
          <RailLink to="/" className={styles.link}>
            <Mark tone="neutral" />
            {texts.overview}
          </RailLink>
        </li>
        <li>
          <RailLink to="/kiosk/all" className={styles.link}>
            <Mark tone="neutral" />
            {texts.wall}
          </RailLink>
        </li>
      </ul>
      {packs.map((pack) => !isMissing(pack) && <PackLinks key={pack.id} pack={pack} state={states.get(pack.id)} />)}
      {missing.length > 0 && (
        <details className={styles.missing}>
          <summary>{texts.missing(missing.length)}</summary>
          {missing.map((pack) => (
            <PackLinks key={pack.id} pack={pack} state="missing" />
          ))}
        </details>
      )}
      <div className={styles.foot}>
        <Preferences />
        <Button look="quiet" icon="keyboard" aria-label={messages.shell.shortcuts.title} onClick={onShortcuts} />
      </div>
    </nav>
  );
}

interface PackLinksProps {
  readonly pack: PackSummary;
  readonly state: SystemState | undefined;
}

function PackLinks({ pack, state = 'unknown' }: PackLinksProps) {
  const { language, messages } = useMessages();
  const isKnown = state !== 'unknown' && state !== 'missing';
  const dashboards = sections.flatMap((section) => pack.dashboards.filter((d) => d.section === section));
  return (
    <section>
      <h2 className={styles.pack}>
        {isKnown && <Mark tone={state} label={messages.shell.navigation.states[state]} />}
        {pack.title[language]}
      </h2>
      <ul>
        {dashboards.map(({ id, title }) => (
          <li key={id}>
            <RailLink to={`/d/${pack.id}/${id}`} className={styles.link}>
              {title[language]}
            </RailLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RailLinkProps {
  readonly to: string;
  readonly className: string | undefined;
  readonly children: React.ReactNode;
}

function RailLink({ to, className, children }: RailLinkProps) {
  const [path] = useLocation();
  const search = useSearch();
  return (
    <Link href={`${to}${carriedSearch(search)}`} className={className} aria-current={path === to ? 'page' : undefined}>
      {children}
    </Link>
  );
}
