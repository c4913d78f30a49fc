import type { WatchdogFailure } from '../../data/alerts/watchdog.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { watchdogTexts } from '../../i18n/apart/watchdog.ts';
import { Mark } from '../../ui/Mark.tsx';
import styles from './WatchdogNotice.module.css';

/** Says as loudly as a critical alert that the alert which must always fire does not. */
export function WatchdogNotice({ failure }: { readonly failure: WatchdogFailure | null }) {
  const { language } = useMessages();
  const texts = watchdogTexts[language];
  if (failure === null) return null;
  return (
    <p role="alert" className={styles.notice}>
      <Mark tone="critical" label={texts.severity} />
      <span>
        <strong>{texts.title(failure.name, failure.state)}</strong> {texts.detail}
      </span>
    </p>
  );
}
