import { useEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useMessages } from '../data/messages.tsx';
import { useDashboard, usePacks } from '../data/usePacks.ts';
import type { Alert } from '../model/alert.ts';
import { sections } from '../model/dashboard.ts';
import type { PackSummary } from '../model/pack.ts';
import { Button } from '../ui/Button.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Mark } from '../ui/Mark.tsx';
import { NAVIGATION_ID } from '../ui/PageHeader.tsx';
import { carriedSearch } from './carriedSearch.ts';
import { Preferences } from './Preferences.tsx';
import styles from './Rail.module.css';
import { dashboardState, useSystemStates } from './useSystemStates.ts';

/** The way around: the pages, and the dashboards of each pack. On phones it is a drawer that the page's header opens. */
export function Rail({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { messages } = useMessages();
  const texts = messages.shell.navigation;
  const { packs } = usePacks();
  const { states, alerts } = useSystemStates(packs);
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
      {packs.map((pack) => !isMissing(pack) && <PackLinks key={pack.id} pack={pack} alerts={alerts} />)}
      {missing.length > 0 && (
        <details className={styles.missing}>
          <summary>{texts.missing(missing.length)}</summary>
          {missing.map((pack) => (
            <PackLinks key={pack.id} pack={pack} alerts={null} />
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
  /** The active alerts, by which the dashboards are marked; null: not known. */
  readonly alerts: readonly Alert[] | null;
}

function PackLinks({ pack, alerts }: PackLinksProps) {
  const { language } = useMessages();
  const dashboards = sections.flatMap((section) => pack.dashboards.filter((d) => d.section === section));
  return (
    <section>
      <h2 className={styles.pack}>{pack.title[language]}</h2>
      <ul>
        {dashboards.map(({ id, title }) => (
          <li key={id}>
            <RailLink to={`/d/${pack.id}/${id}`} className={styles.link}>
              {alerts === null ? <Mark tone="neutral" /> : <DashboardMark pack={pack.id} id={id} alerts={alerts} />}
              {title[language]}
            </RailLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DashboardMarkProps {
  readonly pack: string;
  readonly id: string;
  readonly alerts: readonly Alert[];
}

/** Reads the dashboard for the alerts its panels name; that it is at hand then makes going there immediate. */
function DashboardMark({ pack, id, alerts }: DashboardMarkProps) {
  const { messages } = useMessages();
  const { dashboard } = useDashboard(pack, id);
  if (dashboard === null) return <Mark tone="neutral" />;
  const state = dashboardState(pack, dashboard, alerts);
  return <Mark tone={state} label={messages.shell.navigation.states[state]} />;
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
    <a href={`${to}${carriedSearch(search)}`} className={className} aria-current={path === to ? 'page' : undefined}>
      {children}
    </a>
  );
}
