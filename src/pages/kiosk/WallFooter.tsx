import type { Freshness } from '../../data/clock/freshness.ts';
import { useHeartbeat } from '../../data/clock/heartbeat.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { kioskTexts } from '../../i18n/apart/kiosk.ts';
import { formatAge } from '../../model/age.ts';
import { Button } from '../../ui/Button.tsx';
import { zoneOffsetText } from '../../ui/time/rangeText.ts';
import { skewText } from '../../ui/time/skewText.ts';
import styles from './KioskPage.module.css';
import { type Round, screenOf, timeLeft } from './playlist.ts';
import type { KioskControl } from './useKioskControls.ts';

/** Where in its round the wall is. */
export interface RoundPlace {
  readonly count: number;
  readonly index: number;
  /** Screens of the board that is on. */
  readonly screens: number;
  readonly round: Round;
  /** Ms that each screen stays. */
  readonly stay: number;
  /** Zone in which times are told. */
  readonly timeZone: string;
}

interface WallFooterProps {
  readonly place: RoundPlace;
  readonly controls: readonly KioskControl[] | null;
  /** Age of the oldest data on screen, ms; null when there is none. */
  readonly age: number | null;
  /** What that age comes to. */
  readonly freshness: Freshness;
  /** Panels whose last question failed. */
  readonly failed: number;
  /** Ms by which the server's clock is ahead of the wall's; null while that is not known. */
  readonly skew: number | null;
}

/** How old the data is, which board this is of how many, and when the next one comes. */
export function WallFooter({ place, controls, age, freshness, failed, skew }: WallFooterProps) {
  const { language, messages } = useMessages();
  const { count, screens, round, stay, timeZone } = place;
  const texts = kioskTexts[language];
  const seconds = useHeartbeat((now) => Math.ceil(timeLeft(round, stay, now) / 1000));
  const zone = useHeartbeat((now) => zoneOffsetText(timeZone, now));
  const next = round.pausedAt === null ? texts.next(`${seconds} s`) : texts.paused;
  const dataAge = age === null ? texts.noData : texts.dataAge(formatAge(age));
  const isStale = freshness === 'stale';
  const words = [
    failed > 0 ? messages.shell.time.failing(failed) : null,
    skewText(skew, messages.shell.time),
    isStale ? null : dataAge,
    count > 1 || screens > 1 ? next : null,
    zone,
  ];
  return (
    <footer className={styles.footer} data-freshness={freshness}>
      {count > 1 && <Steps place={place} label={texts.boards} />}
      {controls !== null && (
        <div className={styles.controls}>
          {controls.map(({ keys, icon, label, run }) => (
            <Button
              key={keys}
              look="quiet"
              icon={icon === 'pause' && round.pausedAt !== null ? 'play' : icon}
              aria-label={label}
              title={`${label} (${keys})`}
              onClick={run}
            />
          ))}
        </div>
      )}
      {isStale && <strong className={styles.stale}>{dataAge}</strong>}
      <p className={styles.words}>{words.filter((word) => word !== null).join(' · ')}</p>
    </footer>
  );
}

interface StepsProps {
  readonly place: RoundPlace;
  readonly label: string;
}

/** One dash for each board; the one that is on fills with its screens. */
function Steps({ place: { count, index, screens, round }, label }: StepsProps) {
  const shown = `${(100 * (screenOf(round, screens) + 1)) / Math.max(1, screens)}%`;
  return (
    <div className={styles.steps} role="img" aria-label={`${label}: ${index + 1} / ${count}`}>
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is nothing but its place
        <i key={i}>{i === index && <b style={{ width: shown }} />}</i>
      ))}
    </div>
  );
}
