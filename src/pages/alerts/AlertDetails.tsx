import { useMessages } from '../../data/messages.tsx';
import { alertsTexts } from '../../i18n/apart/alerts.ts';
import { formatAge } from '../../model/age.ts';
import { formatText } from '../../model/units.ts';
import { LinkedText } from '../../ui/LinkedText.tsx';
import styles from './Alerts.module.css';
import type { AlertEntry } from './entries.ts';

/** All that the servers tell of an alert. */
export function AlertDetails({ entry }: { readonly entry: AlertEntry }) {
  const { language } = useMessages();
  const texts = alertsTexts[language];
  const { annotations, labels, value, origin } = entry;
  const write = (text: string) => <LinkedText text={text} texts={texts.clamp} />;
  return (
    <div className={styles.details}>
      <dl className={styles.facts}>
        {Object.entries(annotations).map(([name, text]) => (
          <Fact key={name} name={name}>
            {write(text)}
          </Fact>
        ))}
        {value !== null && <Fact name={texts.value}>{formatText(value, { unit: '', language })}</Fact>}
        {origin !== null && (
          <Fact name={texts.rule}>
            <code className={styles.wrapped}>{origin.rule.expr}</code>
            <span className={styles.minor}>
              {texts.origin(origin.group, origin.file)}
              {origin.alerting.for > 0 && ` · ${texts.for(formatAge(origin.alerting.for))}`}
            </span>
          </Fact>
        )}
      </dl>
      <h3 className={styles.heading}>{texts.labels}</h3>
      <dl className={styles.facts}>
        {Object.entries(labels)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, text]) => (
            <Fact key={name} name={name}>
              {write(text)}
            </Fact>
          ))}
      </dl>
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
