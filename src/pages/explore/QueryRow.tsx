import type { Diagnostic } from '@codemirror/lint';
import type { PrometheusClient } from '@prometheus-io/codemirror-promql';
import { type RefObject, useMemo } from 'react';
import { Segmented, TextInput } from '../../ui/Field.tsx';
import { Menu, type MenuItem } from '../../ui/Menu.tsx';
import type { ExploreQuery } from '../../view/explored.ts';
import { Cost } from './Cost.tsx';
import styles from './Explore.module.css';
import { type EditorHandle, PromqlEditor } from './editor/PromqlEditor.tsx';
import { errorPlace } from './errorPlace.ts';
import type { MeteredSource } from './meteredSource.ts';
import type { Asked } from './useAsked.ts';
import type { DraftQuery } from './useDraft.ts';
import { useTexts } from './useTexts.ts';

/** What can be done with a query of the list. */
export interface QueryActions {
  readonly change: (id: number, patch: Partial<ExploreQuery>) => void;
  readonly duplicate: (id: number) => void;
  readonly remove: (id: number) => void;
  /** By so many places. */
  readonly move: (id: number, by: -1 | 1) => void;
  readonly run: () => void;
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
}

/** One query: its editor, how it is asked, and what it cost. */
export function QueryRow({ query, number, count, asked, source, completion, actions, handle, onFocus }: QueryRowProps) {
  const texts = useTexts();
  const name = texts.query(number);
  const { id, expr, legend, mode, isHidden } = query;
  const error = asked?.answer.error ?? null;
  const diagnostics = useMemo((): readonly Diagnostic[] => {
    const place = errorPlace(error, expr);
    return place === null ? [] : [{ ...place, severity: 'error' }];
  }, [error, expr]);
  const items: MenuItem[] = [
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
        <Menu label={texts.more(name)} icon="more" look="quiet" align="end" items={items} />
      </div>
      {isHidden && <p className={styles.note}>{texts.hidden}</p>}
      {asked !== null && <Cost asked={asked} source={source} />}
    </li>
  );
}
