import { useId } from 'react';
import { useAnswer } from '../../data/asking/useAnswers.ts';
import { useMessages } from '../../data/services/messages.tsx';
import type { DataSource } from '../../data/source/dataSource.ts';
import { formatText } from '../../model/units.ts';
import { describeError } from '../../prometheus/describe.ts';
import type { QueryPlan } from '../../prometheus/plan.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './Explore.module.css';
import { useTexts } from './useTexts.ts';

interface RawAnswerProps {
  readonly plan: QueryPlan;
  readonly source: DataSource;
  /** An answer that was kept will not do. */
  readonly isFresh: boolean;
}

/** Characters that are drawn: more would hold up the page, and nobody reads them here. */
const DRAWN = 100_000;

/** The server's reply as it came, indented. */
export function RawAnswer({ plan, source, isFresh }: RawAnswerProps) {
  const { language, messages } = useMessages();
  const texts = useTexts();
  const titleId = useId();
  const answer = useAnswer({
    key: ['raw', plan],
    subject: `raw ${plan.kind} ${plan.expr}`,
    isFresh,
    ask: (signal, standing) => source.queue.run(standing, signal, () => source.client.raw(plan, signal)),
  });
  const failure = answer && answer.error !== null ? describeError(answer.error, messages.errors) : null;
  const text = failure === null ? (answer?.value ?? null) : null;
  const size = (length: number) => formatText(length, { unit: 'bytes', language });
  return (
    <section className={styles.raw} aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>
          <code>{plan.expr}</code>
        </h2>
        {text !== null && (
          <>
            <span className={styles.note}>
              {text.length > DRAWN ? texts.raw.cut(size(DRAWN), size(text.length)) : size(text.length)}
            </span>
            <CopyButton text={text} label={texts.raw.copy} copiedLabel={texts.copied} />
          </>
        )}
      </header>
      {failure !== null && (
        <Message
          role="alert"
          title={failure.title}
          action={<Button onClick={() => answer?.retry()}>{messages.board.panel.retry}</Button>}
        >
          {failure.advice} {failure.detail !== '' && <code>{failure.detail}</code>}
        </Message>
      )}
      {failure === null && text === null && (
        <div role="status" aria-label={texts.asking}>
          <Skeleton height="160px" />
        </div>
      )}
      {text !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard
        <pre tabIndex={0}>{text.slice(0, DRAWN)}</pre>
      )}
    </section>
  );
}
