import { useWatchdog } from '../../data/alerts/watchdog.ts';
import type { BoardClock } from '../../data/clock/useBoardClock.ts';
import type { DataSource } from '../../data/source/dataSource.ts';
import { WatchdogNotice } from '../frame/WatchdogNotice.tsx';
import styles from './DashboardPage.module.css';
import { useHost } from './host.tsx';

/** Above a board: a quiet board says nothing while alerts may not be evaluated. */
export default function BoardWatchdog() {
  const { dataSource, clock } = useHost();
  return dataSource && <Watchdog dataSource={dataSource} clock={clock} />;
}

interface WatchdogProps {
  readonly dataSource: DataSource;
  readonly clock: BoardClock;
}

function Watchdog({ dataSource, clock }: WatchdogProps) {
  const failure = useWatchdog(dataSource, clock);
  return (
    failure && (
      <div className={styles.watchdog}>
        <WatchdogNotice failure={failure} />
      </div>
    )
  );
}
