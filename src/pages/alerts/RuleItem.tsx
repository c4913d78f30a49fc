import { useMessages } from '../../data/services/messages.tsx';
import { alertsTexts } from '../../i18n/apart/alerts.ts';
import { formatAge } from '../../model/age.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { AlertingRule } from './entries.ts';
import styles from './RuleItem.module.css';
import { isBroken } from './rows.ts';

/** A rule that is not active: its condition, and the error where it cannot be evaluated. */
export function RuleItem({ rule: origin }: { readonly rule: AlertingRule }) {
  const { language } = useMessages();
  const texts = alertsTexts[language];
  const { rule, alerting } = origin;
  return (
    <article className={styles.rule}>
      <Mark tone={isBroken(origin) ? 'warning' : 'ok'} label={isBroken(origin) ? texts.broken : texts.isInactive} />
      <span className={styles.ruleName}>{rule.name}</span>
      <code className={styles.expr} title={rule.expr}>
        {rule.expr}
      </code>
      <span className={styles.for}>{alerting.for > 0 && texts.for(formatAge(alerting.for))}</span>
      {rule.lastError !== '' && <p className={styles.error}>{rule.lastError}</p>}
    </article>
  );
}
