import type { Messages } from '../../i18n/messages.ts';
import { formatAge } from '../../model/age.ts';
import { Menu, type MenuItem } from '../Menu.tsx';
import styles from './RefreshPicker.module.css';
import { Ring } from './Ring.tsx';
import { skewText } from './skewText.ts';

/** How the asking goes, for all that is on screen. */
export interface RefreshStatus {
  /** What is left until the next refresh, 1 to 0; null when none is due. */
  readonly countdown: number | null;
  /** How many panels there are, wait for an answer, and failed to get one. */
  readonly panels: number;
  readonly fetching: number;
  readonly failed: number;
  /** Age of the oldest data, ms; null before there is any. */
  readonly oldestAge: number | null;
  /** What that age comes to. */
  readonly freshness: 'live' | 'late' | 'stale' | 'still';
  /** Ms by which the server's clock is ahead of this device's; null while that is not known. */
  readonly skew: number | null;
  /** Ms, when the interval is longer than chosen because the server is slow; else null. */
  readonly stretchedTo: number | null;
}

interface RefreshPickerProps {
  /** Milliseconds; null is off. */
  readonly refresh: number | null;
  readonly status: RefreshStatus;
  readonly onRefresh: (refresh: number | null) => void;
  readonly onRefreshNow: () => void;
  readonly texts: Messages['shell']['time'];
}

/** The choices, ms. */
const intervals = [5_000, 10_000, 15_000, 30_000, 60_000, 300_000, 900_000, 1_800_000, 3_600_000];

/** Says how often the board asks again and how old what it shows is, and offers other intervals. */
export function RefreshPicker({ refresh, status, onRefresh, onRefreshNow, texts }: RefreshPickerProps) {
  const current = refresh === null ? texts.refreshOff : formatAge(refresh);
  const choices = refresh === null || intervals.includes(refresh) ? intervals : [refresh, ...intervals];
  const items = (): readonly MenuItem[] => [
    { label: texts.refreshNow, icon: 'refresh', hint: 'r', onSelect: onRefreshNow },
    'separator',
    { label: texts.refreshOff, checked: refresh === null, onSelect: () => onRefresh(null) },
    ...choices.map((interval) => ({
      label: texts.every(formatAge(interval)),
      checked: interval === refresh,
      onSelect: () => onRefresh(interval),
    })),
  ];
  const { stretchedTo, fetching } = status;
  const title = stretchedTo !== null ? texts.stretched(formatAge(stretchedTo)) : fetching > 0 && texts.asking(fetching);
  return (
    <Menu
      label={texts.refreshLabel(current)}
      align="end"
      items={items}
      {...(title && { title })}
      trigger={
        <>
          <StatusRing status={status} />
          {current}
          <StatusText status={status} texts={texts} />
        </>
      }
    />
  );
}

/** Runs out until the next refresh; then fills as the answers come. */
function StatusRing({ status: { countdown, panels, fetching, failed } }: { readonly status: RefreshStatus }) {
  if (fetching > 0 && panels > 0) return <Ring fraction={1 - fetching / panels} state="asking" />;
  if (failed > 0) return <Ring fraction={countdown ?? 1} state="failing" />;
  return countdown === null ? <Ring fraction={0} state="off" /> : <Ring fraction={countdown} state="waiting" />;
}

interface StatusTextProps {
  readonly status: RefreshStatus;
  readonly texts: Messages['shell']['time'];
}

/** What went wrong, if anything did, and always how old the oldest data is. */
function StatusText({ status: { failed, oldestAge, freshness, skew, stretchedTo }, texts }: StatusTextProps) {
  const clocks = skewText(skew, texts);
  return (
    <>
      {failed > 0 && <small className={styles.failing}>{texts.failing(failed)}</small>}
      {failed === 0 && stretchedTo !== null && <small>{texts.slow(formatAge(stretchedTo))}</small>}
      {oldestAge !== null && (
        <small className={styles.age} data-freshness={freshness}>
          {texts.dataAge(formatAge(oldestAge))}
        </small>
      )}
      {clocks !== null && <small className={styles.skew}>{clocks}</small>}
    </>
  );
}
