import { useState } from 'react';
import type { DataSource } from '../../data/dataSource.ts';
import { useHeartbeat } from '../../data/heartbeat.ts';
import { useMessages } from '../../data/messages.tsx';
import { alertsTexts } from '../../i18n/apart/alerts.ts';
import { formatAge } from '../../model/age.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { AlertDetails } from './AlertDetails.tsx';
import styles from './Alerts.module.css';
import { type AlertEntry, titleOf } from './entries.ts';
import { LabelList } from './LabelList.tsx';

interface AlertItemProps {
  readonly entry: AlertEntry;
  /** The label they are grouped by, which the row need not say. */
  readonly by: string;
  readonly dataSource: DataSource;
}

/** One alert: how bad, what, since when, and on demand all there is to know of it. */
export function AlertItem({ entry, by, dataSource }: AlertItemProps) {
  const { language } = useMessages();
  const texts = alertsTexts[language];
  const [isOpen, setOpen] = useState(false);
  const { name, severity, tone, state, labels } = entry;
  const title = titleOf(entry);
  const said = ['alertname', 'severity', by];
  return (
    <article className={styles.alert} data-state={state}>
      <button type="button" className={styles.head} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Mark tone={tone} label={severity === '' ? texts.noSeverity : severity} />
        <span className={styles.what}>
          <span className={styles.title}>{title}</span>
          <span className={styles.under}>
            {title !== name && <span className={styles.name}>{name}</span>}
            <LabelList labels={Object.entries(labels).filter(([label]) => !said.includes(label))} />
          </span>
        </span>
        <span className={styles.state}>
          <Tag tone={state === 'firing' ? tone : 'neutral'}>
            {severity === '' ? texts.states[state] : `${severity}, ${texts.states[state]}`}
          </Tag>
          <Since entry={entry} dataSource={dataSource} />
        </span>
        <Icon name={isOpen ? 'down' : 'forward'} />
      </button>
      {isOpen && <AlertDetails entry={entry} />}
    </article>
  );
}

/** How long it has been firing, or how long until it does. */
function Since({ entry: { since, firesAt }, dataSource }: Pick<AlertItemProps, 'entry' | 'dataSource'>) {
  const { language } = useMessages();
  const texts = alertsTexts[language];
  const words = useHeartbeat(() => {
    const now = dataSource.clock.now();
    return firesAt === null ? texts.since(formatAge(now - since)) : texts.firesIn(formatAge(firesAt - now));
  });
  return <time dateTime={new Date(firesAt ?? since).toISOString()}>{words}</time>;
}
