import { use } from 'react';
import { useHeartbeat } from '../../data/clock/heartbeat.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { zonedFormat } from '../../model/timeZone.ts';
import { NoticeContext } from '../../ui/notice.ts';
import styles from './KioskPage.module.css';

interface WallHeaderProps {
  readonly system: string;
  readonly title: string;
  /** Which of the board's screens, where there are several. */
  readonly place: string | null;
  /** Zone of the clock. */
  readonly timeZone: string;
}

/** Which board this is, and what time it is. */
export function WallHeader({ system, title, place, timeZone }: WallHeaderProps) {
  const { language } = useMessages();
  const time = useHeartbeat((now) =>
    zonedFormat(language, timeZone, { hourCycle: 'h23', hour: '2-digit', minute: '2-digit' }).format(now),
  );
  return (
    <header className={styles.header}>
      <h1>
        {system} <small>{title}</small>
        {place !== null && <small className={styles.place}>{place}</small>}
      </h1>
      {use(NoticeContext)}
      <time>{time}</time>
    </header>
  );
}
