import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import type { DataSource } from '../../data/source/dataSource.ts';
import { describeError } from '../../prometheus/describe.ts';
import { Button } from '../../ui/Button.tsx';
import { SearchInput } from '../../ui/Field.tsx';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { BoxedList } from '../../ui/VirtualList.tsx';
import styles from './MetricBrowser.module.css';
import { MetricLabels } from './MetricLabels.tsx';
import { type Metric, metricsQuery, searchMetrics } from './metrics.ts';
import { selectorOf } from './selectors.ts';
import { useTexts } from './useTexts.ts';

interface MetricBrowserProps {
  readonly dataSource: DataSource;
  /** Takes a selector that was chosen. */
  readonly onInsert: (selector: string) => void;
}

/** Every metric of the server with what is declared of it; the chosen one with its labels. */
export function MetricBrowser({ dataSource, onInsert }: MetricBrowserProps) {
  const { language, messages } = useMessages();
  const texts = useTexts().browser;
  const { data, error, refetch } = useQuery(metricsQuery(dataSource));
  const [wanted, setWanted] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const text = useDeferredValue(wanted);
  const found = useMemo(() => searchMetrics(data ?? [], text), [data, text]);
  if (error !== null && data === undefined) {
    const { title, advice, detail } = describeError(error, messages.errors);
    return (
      <Message
        role="alert"
        title={title}
        action={<Button onClick={() => void refetch()}>{messages.board.panel.retry}</Button>}
      >
        {advice} {detail !== '' && <code>{detail}</code>}
      </Message>
    );
  }
  if (data === undefined) {
    return (
      <div role="status" aria-label={texts.loading}>
        <Skeleton height="160px" />
      </div>
    );
  }
  const count = new Intl.NumberFormat(language);
  return (
    <>
      <SearchInput
        aria-label={texts.search}
        placeholder={texts.search}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      <p className={styles.sum} role="status">
        {texts.sum(count.format(found.length), count.format(data.length))}
      </p>
      <BoxedList<Metric>
        items={found}
        keyOf={({ name }) => name}
        estimate={({ help }) => (help === '' ? 35 : 52)}
        label={texts.label}
      >
        {(metric) => (
          <MetricItem
            metric={metric}
            isOpen={metric.name === chosen}
            dataSource={dataSource}
            onTurn={() => setChosen(metric.name === chosen ? null : metric.name)}
            onInsert={onInsert}
          />
        )}
      </BoxedList>
    </>
  );
}

interface MetricItemProps extends MetricBrowserProps {
  readonly metric: Metric;
  readonly isOpen: boolean;
  readonly onTurn: () => void;
}

function MetricItem({ metric, isOpen, dataSource, onTurn, onInsert }: MetricItemProps) {
  const texts = useTexts().browser;
  const { name, type, help, unit } = metric;
  return (
    <div className={styles.metric}>
      <div className={styles.line}>
        <button type="button" className={styles.name} title={texts.insert} onClick={() => onInsert(selectorOf(name))}>
          <code>{name}</code>
        </button>
        {type !== '' && <span className={styles.type}>{type}</span>}
        {unit !== '' && <span className={styles.unit}>{unit}</span>}
        <Button
          look="quiet"
          icon={isOpen ? 'down' : 'forward'}
          aria-expanded={isOpen}
          aria-label={texts.labelsOf(name)}
          onClick={onTurn}
        />
      </div>
      {help !== '' && <p className={styles.help}>{help}</p>}
      {isOpen && <MetricLabels metric={name} dataSource={dataSource} onInsert={onInsert} />}
    </div>
  );
}
