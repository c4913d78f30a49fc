import type { ReactNode } from 'react';
import type { Answer } from '../../data/asking/useAnswers.ts';
import { freshnessOf } from '../../data/clock/freshness.ts';
import { useHeartbeat } from '../../data/clock/heartbeat.ts';
import type { BoardClock } from '../../data/clock/useBoardClock.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { frameTexts } from '../../i18n/apart/frame.ts';
import { formatAge } from '../../model/age.ts';
import { describeError } from '../../prometheus/describe.ts';
import { isNotOffered } from '../../prometheus/notOffered.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './Fetched.module.css';
import { useReport } from './useReport.ts';

export interface FetchedProps<T> {
  /** Tells this from the page's other lists; the toolbar counts its age among theirs. */
  readonly id: string;
  readonly answer: Answer<T>;
  readonly clock: BoardClock;
  /** Names what is waited for. */
  readonly label: string;
  readonly children: (value: T) => ReactNode;
}

/**
 * What a server was asked for: its skeleton, then the value, which stays through failures under a line that says what
 * failed and how old the value is; without a value the error and a way to try again. What the server does not offer is
 * no failure: it is said, and that is all.
 */
export function Fetched<T>({ id, answer, clock, label, children }: FetchedProps<T>) {
  const { value, error, isFetching, isCurrent, retry } = answer;
  const isMissing = isNotOffered(error);
  const hasFailed = error !== null && !isMissing;
  const goodAt = useReport(id, { isFetching, hasFailed, isCurrent }, clock);
  const freshness = useHeartbeat((now) => freshnessOf(goodAt === null ? null : now - goodAt, clock.refresh));
  if (value === null && isMissing) return <NotOffered />;
  if (value === null && !hasFailed) {
    return (
      <div role="status" aria-label={label}>
        <Skeleton height="240px" />
      </div>
    );
  }
  return (
    <div className={styles.fetched} data-freshness={freshness}>
      {hasFailed && <Failure error={error} goodAt={value === null ? null : goodAt} onRetry={retry} />}
      {value !== null && children(value)}
    </div>
  );
}

/** In place of what the server leaves out of Prometheus's API. */
export function NotOffered() {
  const { language } = useMessages();
  const { title, detail } = frameTexts[language].notOffered;
  return <Message title={title}>{detail}</Message>;
}

interface FailureProps {
  readonly error: unknown;
  /** Of what is still shown, epoch ms; null when nothing is. */
  readonly goodAt: number | null;
  readonly onRetry: () => void;
}

function Failure({ error, goodAt, onRetry }: FailureProps) {
  const { language, messages } = useMessages();
  const texts = frameTexts[language];
  const { title, advice, detail } = describeError(error, messages.errors);
  const age = useHeartbeat((now) => (goodAt === null ? null : formatAge(now - goodAt)));
  return (
    <Message role="alert" title={title} action={<Button onClick={onRetry}>{texts.retry}</Button>}>
      {age !== null && <p>{texts.old(age)}</p>}
      <p>{advice}</p>
      {detail !== '' && <pre>{detail}</pre>}
    </Message>
  );
}
