import { useMessages } from '../../../data/services/messages.tsx';
import { alertsTexts } from '../../../i18n/apart/alerts.ts';
import { Mark } from '../../../ui/Mark.tsx';
import { type AlertEntry, titleOf } from '../entries.ts';
import styles from './Silences.module.css';

/** So many are listed; the others are counted. */
const LISTED = 20;

interface PreviewProps {
  readonly matched: readonly AlertEntry[];
  /** False where some of them may not be silenced after all. */
  readonly isSure: boolean;
}

/** What would be silenced. */
export function Preview({ matched, isSure }: PreviewProps) {
  const { language } = useMessages();
  const texts = alertsTexts[language];
  const pending = matched.filter(({ state }) => state === 'pending').length;
  return (
    <section className={styles.preview} aria-live="polite">
      <p>{texts.silence.preview(matched.length - pending, pending, isSure)}</p>
      <ul>
        {matched.slice(0, LISTED).map((entry) => (
          <li key={entry.key}>
            <Mark tone={entry.tone} label={entry.severity === '' ? texts.noSeverity : entry.severity} />
            <bdi className={styles.oneLine}>{titleOf(entry)}</bdi>
          </li>
        ))}
      </ul>
      {matched.length > LISTED && <p>{texts.silence.more(matched.length - LISTED)}</p>}
    </section>
  );
}
