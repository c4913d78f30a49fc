import { useMemo, useState } from 'react';
import type { DataSource } from '../../data/dataSource.ts';
import { useMessages } from '../../data/messages.tsx';
import { useAnswer } from '../../data/useAnswers.ts';
import type { Labels } from '../../model/labels.ts';
import { matcherText } from '../../model/matcher.ts';
import { describeError } from '../../prometheus/describe.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './MetricBrowser.module.css';
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

interface LabelCounts {
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly series: number }[];
}

/** How many of the series have each value of each label; labels by name, values by how many have them. */
export function countLabels(series: readonly Labels[]): readonly LabelCounts[] {
  const counts = new Map<string, Map<string, number>>();
  for (const labels of series) {
    for (const [label, value] of Object.entries(labels)) {
      if (label === '__name__') continue;
      const values = counts.get(label) ?? new Map<string, number>();
      counts.set(label, values.set(value, (values.get(value) ?? 0) + 1));
    }
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, values]) => ({
      label,
      values: [...values].map(([value, has]) => ({ value, series: has })).sort((a, b) => b.series - a.series),
    }));
}

/** A selector of a metric's series with a value of a label; names of other characters than PromQL's own stand in quotes. */
export function selectorWith(metric: string, label: string, value: string): string {
  const isPlain = /^[A-Za-z_:][\w:]*$/.test(metric);
  const name = /^[A-Za-z_]\w*$/.test(label) ? label : JSON.stringify(label);
  const matcher = matcherText({ label: name, operator: '=', value });
  return isPlain ? `${metric}{${matcher}}` : `{${JSON.stringify(metric)}, ${matcher}}`;
}
