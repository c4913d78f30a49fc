import { useState } from 'react';
import { grafanaPanelTexts } from '../../i18n/apart/panels/grafana.ts';
import { Message } from '../../ui/Message.tsx';
import type { PanelProps } from '../contract.ts';
import styles from './GrafanaPanel.module.css';
import type { GrafanaOptions } from './options.ts';
import { hostOf, linkOf } from './transform.ts';

export function GrafanaPanel({ options, environment }: PanelProps<GrafanaOptions>) {
  const texts = grafanaPanelTexts[environment.language];
  const address = environment.grafanaUrl(linkOf(options), 'solo');
  if (address === null) return <Message title={texts.notSet}>{texts.whatToSet}</Message>;
  // A new address gets a new frame: changing `src` would put an entry into the page's history for each change.
  return <GrafanaFrame key={address} address={address} title={environment.title} texts={texts} />;
}

interface FrameProps {
  readonly address: string;
  readonly title: string;
  readonly texts: (typeof grafanaPanelTexts)['en'];
}

/**
 * Grafana needs its scripts, its own origin (for its login) and its links; it may not steer our page, so there is no
 * `allow-top-navigation`. Where Grafana shares our origin the sandbox is no wall: there it is trusted as we are. Our
 * address, which holds the viewer's variables, is not told to it as a referrer.
 */
function GrafanaFrame({ address, title, texts }: FrameProps) {
  const [loaded, setLoaded] = useState(false);
  return (
    <div className={styles.place} aria-busy={!loaded}>
      {!loaded && (
        <p className={styles.loading} role="status">
          {texts.loading(hostOf(address))}
        </p>
      )}
      <iframe
        className={styles.frame}
        data-loaded={loaded}
        src={address}
        title={texts.frameTitle(title)}
        sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads"
        referrerPolicy="no-referrer"
        allow="fullscreen"
        onLoad={() => setLoaded(true)}
      />
    </div>
  );
}
