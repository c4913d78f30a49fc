import { useMessages } from '../data/services/messages.tsx';
import { Mark } from '../ui/Mark.tsx';
import styles from './Rail.module.css';
import { RailLink } from './RailLink.tsx';
import { serverPages } from './serverPages.ts';

/** The pages that are there whatever the packs. */
export function RailPages() {
  const texts = useMessages().messages.shell.navigation;
  return (
    <>
      <ul>
        <PageLink to="/" title={texts.overview} />
        <PageLink to="/kiosk/all" title={texts.wall} />
      </ul>
      <section>
        <h2 className={styles.pack}>{texts.server.label}</h2>
        <ul>
          {serverPages.map(({ path, name }) => (
            <PageLink key={path} to={path} title={texts.server[name]} />
          ))}
        </ul>
      </section>
    </>
  );
}

function PageLink({ to, title }: { readonly to: string; readonly title: string }) {
  return (
    <li>
      <RailLink to={to} className={styles.link}>
        <Mark tone="neutral" />
        {title}
      </RailLink>
    </li>
  );
}
