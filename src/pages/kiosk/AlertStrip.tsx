import { useWatchdog } from '../../data/alerts/watchdog.ts';
import { useAnswer } from '../../data/asking/useAnswers.ts';
import { useHeartbeat } from '../../data/clock/heartbeat.ts';
import type { BoardClock } from '../../data/clock/useBoardClock.ts';
import { alertsQuestion } from '../../data/serverLists.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { useServices } from '../../data/services/services.tsx';
import type { DataSource } from '../../data/source/dataSource.ts';
import { kioskTexts } from '../../i18n/apart/kiosk.ts';
import { watchdogTexts } from '../../i18n/apart/watchdog.ts';
import { formatAge } from '../../model/age.ts';
import type { Alert } from '../../model/alert.ts';
import type { PackSummary } from '../../model/pack.ts';
import { isWhole } from '../../prometheus/completeness.ts';
import styles from './AlertStrip.module.css';
import { criticalAlerts } from './criticalAlerts.ts';

interface AlertStripProps {
  readonly packs: readonly PackSummary[];
  readonly dataSource: DataSource;
  readonly clock: BoardClock;
}

/** A critical alert takes the top edge across the whole width; so does not knowing whether there is one, or another. */
export function AlertStrip({ packs, dataSource, clock }: AlertStripProps) {
  const { language } = useMessages();
  const answer = useAnswer(alertsQuestion(dataSource, clock));
  const { watchdog } = useServices().config;
  const failure = useWatchdog(dataSource, clock);
  const texts = kioskTexts[language];
  const reply = answer?.value ?? null;
  const hasFailed = answer !== null && answer.error !== null;
  const isPartial = !hasFailed && reply !== null && !isWhole(reply);
  const [first, ...others] = criticalAlerts(reply?.data ?? [], watchdog);
  return (
    <div role="alert">
      {first && <Strip alert={first} more={others.length} packs={packs} dataSource={dataSource} />}
      {failure && (
        <div className={styles.strip}>
          <strong>{texts.severity}</strong>
          <span className={styles.what}>{watchdogTexts[language].title(failure.name, failure.state)}</span>
        </div>
      )}
      {hasFailed && <p className={styles.unknown}>{texts.alertsFailed}</p>}
      {isPartial && <p className={styles.unknown}>{texts.alertsPartial(reply.warnings.join('; '))}</p>}
    </div>
  );
}

interface StripProps {
  readonly alert: Alert;
  readonly more: number;
  readonly packs: readonly PackSummary[];
  readonly dataSource: DataSource;
}

function Strip({ alert, more, packs, dataSource }: StripProps) {
  const { language } = useMessages();
  const texts = kioskTexts[language];
  const { labels, annotations, activeAt } = alert;
  const age = useHeartbeat(() => formatAge(dataSource.clock.now() - activeAt));
  const system = packs.find(({ id }) => id === labels.system)?.title[language];
  const what = annotations.summary ?? labels.alertname ?? '';
  return (
    <div className={styles.strip}>
      <strong>{texts.severity}</strong>
      <span className={styles.what}>{system === undefined ? what : `${system}: ${what}`}</span>
      {more > 0 && <span>{texts.more(more)}</span>}
      {/* Counted every second; said once is enough. */}
      <span className={styles.since} aria-live="off">
        {texts.since(age)}
      </span>
    </div>
  );
}
