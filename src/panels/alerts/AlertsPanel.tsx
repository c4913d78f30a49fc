import { alertsPanelTexts } from '../../i18n/apart/panels/alerts.ts';
import { formatAge } from '../../model/age.ts';
import { zonedFormat } from '../../model/timeZone.ts';
import { Mark } from '../../ui/Mark.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { PanelEnvironment, PanelProps } from '../contract.ts';
import styles from './AlertsPanel.module.css';
import type { AlertsOptions } from './options.ts';
import { type AlertRow, listAlerts } from './transform.ts';

export function AlertsPanel({ options, data, environment }: PanelProps<AlertsOptions>) {
  const texts = alertsPanelTexts[environment.language];
  const { rows, fitting, others } = listAlerts(data.alerts, options);
  if (rows.length === 0) {
    return (
      <p className={styles.none}>
        <Mark tone="ok" />
        <span>
          {texts.none(options.states.includes('firing'))} {others > 0 && texts.others(others)}
        </span>
      </p>
    );
  }
  return (
    <div className={styles.scroll}>
      <ul className={styles.list}>
        {rows.map((row) => (
          <Row key={row.key} row={row} environment={environment} />
        ))}
      </ul>
      {fitting > rows.length && <p className={styles.more}>{texts.showing(rows.length, fitting)}</p>}
    </div>
  );
}

function Row({ row, environment }: { readonly row: AlertRow; readonly environment: PanelEnvironment }) {
  const texts = alertsPanelTexts[environment.language];
  const since = zonedFormat(environment.language, environment.timeZone, {
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(row.since);
  return (
    <li className={styles.alert}>
      <Mark tone={row.tone} label={row.severity === '' ? texts.noSeverity : row.severity} />
      <div className={styles.what}>
        <p className={styles.title}>{row.title}</p>
        {row.description !== '' && <p className={styles.description}>{row.description}</p>}
        <p className={styles.labels}>
          {row.title !== row.name && <span className={styles.name}>{row.name}</span>}
          {row.labels.map(([name, value]) => (
            <span key={name}>
              {name}=<b>{value}</b>
            </span>
          ))}
          {row.links.map(([name, address]) => (
            <a key={name} href={address} target="_blank" rel="noopener noreferrer">
              {texts.link(name)}
            </a>
          ))}
        </p>
      </div>
      <div className={styles.state}>
        <Tag tone={row.state === 'firing' ? row.tone : 'neutral'}>
          {row.severity === '' ? texts.states[row.state] : `${row.severity}, ${texts.states[row.state]}`}
        </Tag>
        <time dateTime={new Date(row.since).toISOString()} title={texts.since(since)}>
          {formatAge(environment.now - row.since)}
        </time>
      </div>
    </li>
  );
}
