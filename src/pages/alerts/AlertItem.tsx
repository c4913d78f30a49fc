import { memo, useState } from 'react';
import { isAcknowledgement } from '../../data/alerts/acknowledgements.ts';
import { useHeartbeat } from '../../data/clock/heartbeat.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { alertsTexts } from '../../i18n/apart/alerts.ts';
import { formatAge } from '../../model/age.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { AlertDetails } from './AlertDetails.tsx';
import styles from './AlertItem.module.css';
import { type AlertEntry, titleOf } from './entries.ts';
import { LabelList } from './LabelList.tsx';
import { silenceKey, useAlertsWorld } from './world.ts';

interface AlertItemProps {
  readonly entry: AlertEntry;
  /** The label they are grouped by, which the row need not say. */
  readonly by: string;
}

/** One alert: how bad, what, since when, and on demand all there is to know of it. Not drawn anew while others scroll by. */
export const AlertItem = memo(function AlertItem({ entry, by }: AlertItemProps) {
  const { language } = useMessages();
  const texts = alertsTexts[language];
  const [isOpen, setOpen] = useState(false);
  const { name, severity, tone, state, labels } = entry;
  const title = titleOf(entry);
  const said = ['alertname', 'severity', by];
  return (
    <article className={styles.alert} data-state={state} data-suppressed={entry.isSuppressed}>
      <button type="button" className={styles.head} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Mark tone={tone} label={severity === '' ? texts.noSeverity : severity} />
        <span className={styles.what}>
          <span className={styles.title}>{title}</span>
          <span className={styles.under}>
            {title !== name && <span className={styles.name}>{name} </span>}
            <LabelList labels={Object.entries(labels).filter(([label]) => !said.includes(label))} />
          </span>
        </span>
        <span className={styles.state}>
          <Suppressed entry={entry} />
          <Tag tone={state === 'firing' ? tone : 'neutral'}>
            {severity === '' ? texts.states[state] : `${severity}, ${texts.states[state]}`}
          </Tag>
          <Since entry={entry} />
        </span>
        <Icon name={isOpen ? 'down' : 'forward'} />
      </button>
      {isOpen && <AlertDetails entry={entry} />}
    </article>
  );
});

/** How long it has been firing, or how long until it does. */
function Since({ entry: { since, firesAt } }: Pick<AlertItemProps, 'entry'>) {
  const { dataSource } = useAlertsWorld();
  const { language } = useMessages();
  const texts = alertsTexts[language];
  const words = useHeartbeat(() => {
    const now = dataSource.clock.now();
    return firesAt === null ? texts.since(formatAge(now - since)) : texts.firesIn(formatAge(firesAt - now));
  });
  return <time dateTime={new Date(firesAt ?? since).toISOString()}>{words}</time>;
}

/** Why nobody is told: who acknowledged or silenced it, or that another alert inhibits it. */
function Suppressed({ entry: { held, isSuppressed, origin } }: Pick<AlertItemProps, 'entry'>) {
  const { language } = useMessages();
  const texts = alertsTexts[language].held;
  const { silences } = useAlertsWorld();
  if (!isSuppressed) return origin === null && <Tag>{texts.stranger}</Tag>;
  const found = held.flatMap(({ server, alert }) =>
    alert.silencedBy.flatMap((id) => silences.get(silenceKey(server, id)) ?? []),
  );
  const ack = found.find(isAcknowledgement);
  if (ack) return <Tag tone="info">{texts.acknowledgedBy(ack.createdBy)}</Tag>;
  return <Tag>{held.some(({ alert }) => alert.silencedBy.length > 0) ? texts.silenced : texts.inhibited}</Tag>;
}
