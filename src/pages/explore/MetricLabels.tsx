import { useMemo, useState } from 'react';
import { useAnswer } from '../../data/asking/useAnswers.ts';
import { useMessages } from '../../data/services/messages.tsx';
import type { DataSource } from '../../data/source/dataSource.ts';
import type { Labels } from '../../model/labels.ts';
import { describeError } from '../../prometheus/describe.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './MetricBrowser.module.css';
import { countLabels } from './metrics.ts';
import { selectorWith } from './selectors.ts';
import { useTexts } from './useTexts.ts';

interface MetricLabelsProps {
  readonly metric: string;
  readonly dataSource: DataSource;
  readonly onInsert: (selector: string) => void;
}

/** Series that are counted by their labels: those beyond are said to be there. */
const COUNTED = 10_000;
/** Values of a label that are drawn, the most frequent ones. */
const DRAWN = 50;

/** The labels of a metric's series, each value with how many series have it. */
export function MetricLabels({ metric, dataSource, onInsert }: MetricLabelsProps) {
  const { language, messages } = useMessages();
  const texts = useTexts().browser;
  const [all, setAll] = useState<string | null>(null);
  const answer = useAnswer<readonly Labels[]>({
    key: ['series of', dataSource.id, metric],
    subject: `series of ${metric}`,
    ask: (signal, standing) =>
      dataSource.queue.run(standing, signal, async () => {
        const match = [`{__name__=${JSON.stringify(metric)}}`];
        const end = dataSource.clock.now();
        return (await dataSource.client.series({ match, start: end - 3_600_000, end, limit: COUNTED }, signal)).data;
      }),
  });
  const series = answer?.value ?? null;
  const counted = useMemo(() => (series === null ? [] : countLabels(series)), [series]);
  const count = new Intl.NumberFormat(language);
  if (answer && answer.error !== null) return <p role="alert">{describeError(answer.error, messages.errors).title}</p>;
  if (series === null) return <p role="status">{texts.counting}</p>;
  return (
    <div className={styles.labels}>
      <p className={styles.sum}>
        {series.length < COUNTED
          ? texts.series(series.length, count.format(series.length))
          : texts.many(count.format(COUNTED))}
      </p>
      <dl>
        {counted.map(({ label, values }) => (
          <div key={label}>
            <dt>
              {label} <small>{texts.values(values.length, count.format(values.length))}</small>
            </dt>
            {values.slice(0, all === label ? undefined : DRAWN).map(({ value, series: has }) => (
              <dd key={value}>
                <button type="button" title={texts.insert} onClick={() => onInsert(selectorWith(metric, label, value))}>
                  <bdi>{value === '' ? texts.empty : value}</bdi>
                </button>
                <small>{count.format(has)}</small>
              </dd>
            ))}
            {values.length > DRAWN && all !== label && (
              <Button look="quiet" onClick={() => setAll(label)}>
                {texts.all(count.format(values.length))}
              </Button>
            )}
          </div>
        ))}
      </dl>
    </div>
  );
}
