import type { Diagnostic } from '@codemirror/lint';
import type { PrometheusClient } from '@prometheus-io/codemirror-promql';
import { type RefObject, useMemo, useState } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { lintTexts } from '../../i18n/apart/lint.ts';
import type { QueryPlan } from '../../prometheus/plan.ts';
import { Segmented, TextInput } from '../../ui/Field.tsx';
import { Menu, type MenuItem } from '../../ui/Menu.tsx';
import type { ExploreQuery } from '../../view/explored.ts';
import { Cost } from './Cost.tsx';
import styles from './Explore.module.css';
import { type EditorHandle, PromqlEditor } from './editor/PromqlEditor.tsx';
import { errorPlace } from './errorPlace.ts';
import { Hints } from './Hints.tsx';
import type { MeteredSource } from './meteredSource.ts';
import { QueryTree } from './QueryTree.tsx';
import type { Asked } from './useAsked.ts';
import type { DraftQuery } from './useDraft.ts';
import { useFormat } from './useFormat.ts';
import { useHints } from './useHints.ts';
import { useTexts } from './useTexts.ts';

/** What can be done with a query of the list. */
export interface QueryActions {
  readonly change: (id: number, patch: Partial<ExploreQuery>) => void;
  readonly duplicate: (id: number) => void;
  readonly remove: (id: number) => void;
  /** By so many places. */
  readonly move: (id: number, by: -1 | 1) => void;
  readonly run: () => void;
  /** Runs an expression, and none of the queries. */
  readonly runAlone: (expr: string) => void;
}

interface QueryRowProps {
  readonly query: DraftQuery;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** What came of it, where it was run as it stands. */
  readonly asked: Asked | null;
  readonly source: MeteredSource;
  readonly completion: PrometheusClient;
  readonly actions: QueryActions;
  readonly handle: RefObject<EditorHandle | null>;
  readonly onFocus: () => void;
  /** The server's time, epoch ms. */
  readonly now: number;
}

/** One query: its editor, how it is asked, and what it cost. */
export function QueryRow(props: QueryRowProps) {
  const { query, number, count, asked, source, completion, actions, handle, onFocus, now } = props;
  const { language } = useMessages();
  const texts = useTexts();
  const name = texts.query(number);
  const { id, expr, legend, mode, isHidden } = query;
  const error = asked?.answer.error ?? null;
  const findings = useHints(expr, source.dataSource);
  const diagnostics = useMemo((): readonly Diagnostic[] => {
    const place = errorPlace(error, expr);
    const hints = findings.map(({ rule, subject, from, to }): Diagnostic => {
      return { from, to, severity: 'warning', message: `${subject} ${lintTexts[language][rule]}` };
    });
    return place === null ? hints : [{ ...place, severity: 'error' }, ...hints];
  }, [error, expr, findings, language]);
  const { format, problem } = useFormat(source, expr, (text) => actions.change(id, { expr: text }));
  const [hasTree, setTree] = useState(false);
  const items: MenuItem[] = [
    { label: texts.format, disabled: expr.trim() === '', onSelect: format },
    { label: hasTree ? texts.tree.close : texts.tree.open, onSelect: () => setTree(!hasTree) },
    'separator',
    { label: isHidden ? texts.show : texts.hide, onSelect: () => actions.change(id, { isHidden: !isHidden }) },
    { label: texts.duplicate, icon: 'copy', onSelect: () => actions.duplicate(id) },
    { label: texts.up, disabled: number === 1, onSelect: () => actions.move(id, -1) },
    { label: texts.down, disabled: number === count, onSelect: () => actions.move(id, 1) },
    'separator',
    { label: texts.remove, icon: 'close', onSelect: () => actions.remove(id) },
  ];
  return (
    <li className={styles.query} data-hidden={isHidden} onFocus={onFocus}>
      <div className={styles.editor}>
        <PromqlEditor
          value={expr}
          onChange={(text) => actions.change(id, { expr: text })}
          onRun={actions.run}
          label={name}
          placeholder={texts.placeholder}
          completion={completion}
          diagnostics={diagnostics}
          handle={handle}
        />
      </div>
      <div className={styles.how}>
        <TextInput
          aria-label={`${name}: ${texts.legend}`}
          placeholder={texts.legendPlaceholder}
          value={legend}
          onChange={(event) => actions.change(id, { legend: event.currentTarget.value })}
        />
        <Segmented<ExploreQuery['mode']>
          label={`${name}: ${texts.mode.label}`}
          options={[
            { value: 'range', label: texts.mode.range },
            { value: 'instant', label: texts.mode.instant },
          ]}
          value={mode}
          onChange={(next) => actions.change(id, { mode: next })}
        />
        <Menu label={texts.more(name)} icon="more" look="quiet" align="end" items={() => items} />
      </div>
      {isHidden && <p className={styles.note}>{texts.hidden}</p>}
      {problem !== null && (
        <p className={styles.note} role="status">
          {problem}
        </p>
      )}
      <Hints findings={findings} />
      {asked !== null && <Cost asked={asked} source={source} />}
      {hasTree && (
        <QueryTree
          expr={asked?.plan.expr ?? expr}
          time={asked === null ? now : timeOf(asked.plan)}
          dataSource={source.dataSource}
          onRun={actions.runAlone}
        />
      )}
    </li>
  );
}

const timeOf = (plan: QueryPlan) => (plan.kind === 'instant' ? plan.time : plan.end);
