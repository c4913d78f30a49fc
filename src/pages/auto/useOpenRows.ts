import { useCallback, useMemo, useState } from 'react';
import { usePreferences } from '../../view/preferences.ts';
import type { AutoRow } from './rows.ts';

/** Rows begin open until they hold so many families together. */
const MOST = 36;

interface OpenRows {
  readonly isOpen: (row: AutoRow) => boolean;
  readonly toggle: (row: AutoRow | undefined, open: boolean) => void;
}

/**
 * Which rows are open: the first ones, and runtimes closed, until the viewer opens and closes, which is remembered on this
 * device. What a filter finds is open anew, and what is turned there is not remembered.
 */
export function useOpenRows(job: string, rows: readonly AutoRow[], filter: string): OpenRows {
  const board = `auto/${job}`;
  const remembered = usePreferences(({ collapsedRows }) => collapsedRows[board]);
  const collapseRow = usePreferences((preferences) => preferences.collapseRow);
  const [turned, setTurned] = useState<Readonly<Record<string, boolean>>>({});
  const first = useMemo(() => firstRows(rows, filter !== ''), [rows, filter]);
  const isOpen = useCallback(
    ({ key }: AutoRow) => {
      const collapsed = filter === '' ? remembered?.[key] : turned[`${filter} ${key}`];
      return collapsed === undefined ? first.has(key) : !collapsed;
    },
    [filter, first, remembered, turned],
  );
  const toggle = (row: AutoRow | undefined, open: boolean) => {
    if (row === undefined) return;
    if (filter === '') collapseRow(board, row.key, !open);
    else setTurned({ ...turned, [`${filter} ${row.key}`]: !open });
  };
  return { isOpen, toggle };
}

/** Keys of the rows that begin open. */
function firstRows(rows: readonly AutoRow[], withRuntimes: boolean): ReadonlySet<string> {
  const open = new Set<string>();
  let count = 0;
  for (const { key, families, isRuntime } of rows) {
    count += isRuntime && !withRuntimes ? 0 : families.length;
    if ((isRuntime && !withRuntimes) || (count > MOST && open.size > 0)) continue;
    open.add(key);
  }
  return open;
}
