import type { DataSource } from '../../data/dataSource.ts';
import type { BoardClock } from '../../data/useBoardClock.ts';
import { useWatchdog } from '../../data/watchdog.ts';
import { WatchdogNotice } from '../frame/WatchdogNotice.tsx';
import styles from './DashboardPage.module.css';

interface BoardWatchdogProps {
  readonly dataSource: DataSource;
  readonly clock: BoardClock;
}

/** Above a board: a quiet board says nothing while alerts may not be evaluated. */
export default function BoardWatchdog({ dataSource, clock }: BoardWatchdogProps) {
  const failure = useWatchdog(dataSource, clock);
  return (
    failure && (
      <div className={styles.watchdog}>
        <WatchdogNotice failure={failure} />
      </div>
    )
  );
}
