import { useMemo } from 'react';
import { ranks } from '../../data/asking/standing.ts';
import { type Answer, type Question, useAnswers } from '../../data/asking/useAnswers.ts';
import { useMessages } from '../../data/services/messages.tsx';
import type { DataSource } from '../../data/source/dataSource.ts';
import { describeError } from '../../prometheus/describe.ts';
import { createRequestQueue } from '../../prometheus/requestQueue.ts';
import styles from './Explore.module.css';
import { countOf, type ExpressionNode, expressionTree } from './expressionTree.ts';
import { useTexts } from './useTexts.ts';

interface QueryTreeProps {
  readonly expr: string;
  /** When its parts are counted, epoch ms. */
  readonly time: number;
  readonly dataSource: DataSource;
  readonly onRun: (expr: string) => void;
}

/** Counts in flight at a time: a tree is looked at beside the query, which goes first. */
const counts = createRequestQueue(2);
const inTurn = () => 0;

/** An expression as a tree of its parts, each with how many series it gives. */
export function QueryTree({ expr, time, dataSource, onRun }: QueryTreeProps) {
  const texts = useTexts();
  const tree = useMemo(() => expressionTree(expr), [expr]);
  const countable = useMemo(() => partsOf(tree).flatMap((part) => countOf(part) ?? []), [tree]);
  const asked = useMemo(() => [...new Set(countable)], [countable]);
  const answers = useAnswers(
    asked.map((count) => countQuestion(dataSource, count, time)),
    true,
    () => ranks.background,
  );
  if (tree === null) return <p className={styles.note}>{texts.tree.none}</p>;
  const answerOf = (part: ExpressionNode) => answers[asked.indexOf(countOf(part) ?? '')] ?? null;
  return (
    <ul className={styles.tree} aria-label={texts.tree.label}>
      <Part part={tree} answerOf={answerOf} onRun={onRun} />
    </ul>
  );
}

/** How many series an expression gives at a time; 0 where it gives none. */
function countQuestion(dataSource: DataSource, expr: string, time: number): Question<number> {
  return {
    key: ['count', dataSource.id, expr, time],
    subject: expr,
    ask: (signal, standing) =>
      counts.run(inTurn, signal, () =>
        dataSource.queue.run(standing, signal, async () => {
          const { frame } = await dataSource.client.query({ expr, time }, signal);
          return frame.series[0]?.values[0] ?? 0;
        }),
      ),
  };
}

function partsOf(node: ExpressionNode | null): readonly ExpressionNode[] {
  return node === null ? [] : [node, ...node.children.flatMap(partsOf)];
}

interface PartProps {
  readonly part: ExpressionNode;
  readonly answerOf: (part: ExpressionNode) => Answer<number> | null;
  readonly onRun: (expr: string) => void;
}

function Part({ part, answerOf, onRun }: PartProps) {
  const texts = useTexts();
  const { messages } = useMessages();
  const answer = answerOf(part);
  const failure = answer && answer.error !== null ? describeError(answer.error, messages.errors) : null;
  const isNoQuery = part.type === 'string' || part.type === 'matrix';
  return (
    <li>
      <div className={styles.part}>
        {isNoQuery ? (
          <code>{part.text}</code>
        ) : (
          <button type="button" title={texts.tree.run} onClick={() => onRun(part.text)}>
            <code>{part.text}</code>
          </button>
        )}
        <span className={styles.note}>
          <Count type={part.type} answer={answer} />
        </span>
      </div>
      {failure !== null && (
        <p className={styles.failure}>
          {failure.title} {failure.detail !== '' && <code>{failure.detail}</code>}
        </p>
      )}
      {part.children.length > 0 && (
        <ul>
          {part.children.map((child) => (
            <Part key={`${child.from}-${child.to}`} part={child} answerOf={answerOf} onRun={onRun} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Count({ type, answer }: { readonly type: ExpressionNode['type']; readonly answer: Answer<number> | null }) {
  const { language } = useMessages();
  const texts = useTexts();
  if (type === 'scalar') return texts.tree.scalar;
  if (type === 'string') return texts.tree.string;
  if (answer === null || answer.error !== null) return null;
  if (answer.value === null) return texts.tree.counting;
  return texts.series(answer.value, new Intl.NumberFormat(language).format(answer.value));
}
