import { useMessages } from '../../data/services/messages.tsx';
import { viewProblemsTexts } from '../../i18n/apart/viewProblems.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import type { ViewProblem } from '../../view/urlState.ts';
import styles from './DashboardPage.module.css';

interface ViewProblemsProps {
  readonly problems: readonly ViewProblem[];
  readonly onDismiss: () => void;
}

/** What of the address could not be followed; dismissing takes it out of the address. */
export default function ViewProblems({ problems, onDismiss }: ViewProblemsProps) {
  const { language } = useMessages();
  const texts = viewProblemsTexts[language];
  return (
    <div className={styles.notice} role="status">
      <Message title={texts.title}>
        {problems.map(({ key, value, reason }) => (
          <p key={`${key} ${value} ${reason}`}>
            <code>{`${key}=${value}`}</code> {texts.reasons[reason]}
          </p>
        ))}
      </Message>
      <Button look="quiet" icon="close" aria-label={texts.dismiss} onClick={onDismiss} />
    </div>
  );
}
