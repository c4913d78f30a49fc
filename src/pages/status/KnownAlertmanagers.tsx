import { useMessages } from '../../data/services/messages.tsx';
import { statusTexts } from '../../i18n/apart/status.ts';
import type { AlertmanagerList } from '../../prometheus/types.ts';
import { Mark } from '../../ui/Mark.tsx';
import { LongText } from '../frame/LongText.tsx';
import styles from './Status.module.css';

/** Where the server sends its alerts. */
export function KnownAlertmanagers({ list }: { readonly list: AlertmanagerList }) {
  const { language } = useMessages();
  const texts = statusTexts[language];
  return (
    <ul className={styles.list}>
      {list.active.length === 0 && <li>{texts.noAlertmanagers}</li>}
      {list.active.map((address) => (
        <li key={address}>
          <Mark tone="ok" /> <LongText text={address} />
        </li>
      ))}
      {list.dropped.map((address) => (
        <li key={address} className={styles.quiet}>
          <Mark tone="neutral" /> <LongText text={address} /> ({texts.droppedAlertmanager})
        </li>
      ))}
    </ul>
  );
}
