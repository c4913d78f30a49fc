import { useState } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { pushgatewayTexts } from '../../i18n/apart/pushgateway.ts';
import { type Labels, labelsKey } from '../../model/labels.ts';
import type { PushedFamily } from '../../pushgateway/types.ts';
import { Button } from '../../ui/Button.tsx';
import { LabelList, listed } from '../frame/LabelList.tsx';
import { LongText } from '../frame/LongText.tsx';
import { numberOf, partsOf, valueText } from './groups.ts';
import styles from './Pushgateway.module.css';

/** Series of a metric that are shown at first. */
const SHOWN = 20;

interface PushedMetricsProps {
  readonly families: readonly PushedFamily[];
  /** Of the group, which every series has. */
  readonly groupLabels: Labels;
  readonly timeZone: string;
}

/** The metrics of a group: type, help, and the value of each series as it was pushed. */
export function PushedMetrics({ families, groupLabels, timeZone }: PushedMetricsProps) {
  return (
    <ul className={styles.metrics}>
      {families
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map((family) => (
          <li key={family.name}>
            <Family family={family} hidden={Object.keys(groupLabels)} timeZone={timeZone} />
          </li>
        ))}
    </ul>
  );
}

interface FamilyProps extends Pick<PushedMetricsProps, 'timeZone'> {
  readonly family: PushedFamily;
  /** Labels that need not be said. */
  readonly hidden: readonly string[];
}

function Family({ family, hidden, timeZone }: FamilyProps) {
  const { language } = useMessages();
  const texts = pushgatewayTexts[language];
  const [isWhole, setWhole] = useState(false);
  const { name, type, help, metrics } = family;
  const write = {
    count: (text: string) => valueText('', text, language, timeZone),
    value: (text: string) => valueText(name, text, language, timeZone),
  };
  return (
    <>
      <p className={styles.family}>
        <code>
          <LongText text={name} limit={200} />
        </code>{' '}
        <small>{type}</small>{' '}
        <span className={styles.quiet}>
          <LongText text={help} limit={300} />
        </span>
      </p>
      <ul className={styles.series}>
        {metrics.slice(0, isWhole ? undefined : SHOWN).map((metric) => (
          <li key={labelsKey(metric.labels)}>
            <LabelList labels={listed(metric.labels, hidden)} />
            <b title={metric.value ?? texts.summary(metric.count ?? '?', metric.sum ?? '?')}>
              {numberOf(metric, texts.summary, write)}
            </b>
            {partsOf(metric).length > 0 && (
              <span className={styles.parts}>
                {partsOf(metric).map(([part, value]) => (
                  <span key={part}>
                    {part}: {metric.quantiles === null ? write.count(value) : write.value(value)}
                  </span>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
      {metrics.length > SHOWN && !isWhole && (
        <Button look="quiet" onClick={() => setWhole(true)}>
          {texts.more(metrics.length)}
        </Button>
      )}
    </>
  );
}
