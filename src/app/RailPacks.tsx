import { memo, type ReactNode } from 'react';
import { useMessages } from '../data/services/messages.tsx';
import { sections } from '../model/dashboard.ts';
import type { PackSummary } from '../model/pack.ts';
import styles from './Rail.module.css';
import { RailLink } from './RailLink.tsx';

type MarkOf = (pack: string, dashboard: string) => ReactNode;

interface RailPacksProps {
  readonly packs: readonly PackSummary[];
  /** Ids of the packs whose system the server does not know; they stand last, folded. */
  readonly missing: readonly string[];
  /** What stands before a dashboard's title. */
  readonly markOf: MarkOf;
}

/** The dashboards of each pack. Drawn again when one of them fares otherwise, not each time that is asked. */
export const RailPacks = memo(function RailPacks({ packs, missing, markOf }: RailPacksProps) {
  const { messages } = useMessages();
  return (
    <>
      {packs.map((pack) => !missing.includes(pack.id) && <PackLinks key={pack.id} pack={pack} markOf={markOf} />)}
      {missing.length > 0 && (
        <details className={styles.missing}>
          <summary>{messages.shell.navigation.missing(missing.length)}</summary>
          {packs.map((pack) => missing.includes(pack.id) && <PackLinks key={pack.id} pack={pack} markOf={markOf} />)}
        </details>
      )}
    </>
  );
});

function PackLinks({ pack, markOf }: { readonly pack: PackSummary; readonly markOf: MarkOf }) {
  const { language } = useMessages();
  const dashboards = sections.flatMap((section) => pack.dashboards.filter((d) => d.section === section));
  return (
    <section>
      <h2 className={styles.pack}>{pack.title[language]}</h2>
      <ul>
        {dashboards.map(({ id, title }) => (
          <li key={id}>
            <RailLink to={`/d/${pack.id}/${id}`} className={styles.link}>
              {markOf(pack.id, id)}
              {title[language]}
            </RailLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
