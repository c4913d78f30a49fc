import { useMessages } from '../data/services/messages.tsx';
import { useServices } from '../data/services/services.tsx';
import { simulatedTexts } from '../i18n/apart/simulated.ts';
import { CodeBlock } from '../ui/CodeBlock.tsx';
import { Popover } from '../ui/Popover.tsx';
import styles from './SimulatedMark.module.css';

const command = 'PROMETHEUS_URL=http://127.0.0.1:9090 npm start';
const configFile = `{
  "dataSources": [
    {
      "id": "main",
      "name": "Prometheus",
      "kind": "prometheus",
      "url": "http://127.0.0.1:9090"
    }
  ]
}`;

interface SimulatedMarkProps {
  /** A page has room for an explanation; a wall and another site's frame say it and no more. */
  readonly surface: 'page' | 'wall' | 'embed';
}

/** Says that the data is not real, and on a page how to connect a server that has real data. */
export default function SimulatedMark({ surface }: SimulatedMarkProps) {
  const { language } = useMessages();
  const texts = simulatedTexts[language];
  if (surface !== 'page') {
    return (
      <span className={styles[surface]}>
        <Flask />
        {texts.mark}
      </span>
    );
  }
  const trigger = (
    <>
      <Flask />
      <span className={styles.long}>{texts.mark}</span>
      <span className={styles.short}>{texts.short}</span>
    </>
  );
  return (
    <div className={styles.page}>
      <Popover label={texts.mark} look="quiet" trigger={trigger} title={texts.title}>
        {() => <Explanation texts={texts} />}
      </Popover>
    </div>
  );
}

function Explanation({ texts }: { readonly texts: (typeof simulatedTexts)['en'] }) {
  const { hosting } = useServices();
  const copy = { copyLabel: texts.copy, copiedLabel: texts.copied };
  return (
    <div className={styles.explanation}>
      <h2>{texts.title}</h2>
      <p>{texts.what}</p>
      <h3>{texts.connect}</h3>
      <p>{texts[hosting]}</p>
      <CodeBlock text={command} {...copy} />
      <p>{texts.several('MIRANTE_CONFIG')}</p>
      {hosting === 'static' && (
        <>
          <p>{texts.file('config.json')}</p>
          <CodeBlock text={configFile} {...copy} />
        </>
      )}
    </div>
  );
}

/** An experiment: what is in it was put there. */
function Flask() {
  return (
    <svg className={styles.flask} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M6 2h4M6.8 2v4.3L3.2 12.6A1 1 0 0 0 4 14h8a1 1 0 0 0 .8-1.4L9.2 6.3V2M5.2 9.8h5.6" />
    </svg>
  );
}
