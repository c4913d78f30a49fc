import { useCallback, useMemo } from 'react';
import { usePreferences } from '../../view/preferences.ts';

interface CollapsedRows {
  /** By row id: opened (true) or closed (false) by the viewer; others are as the dashboard's file says. */
  readonly opened: Readonly<Record<string, boolean>>;
  readonly toggle: (rowId: string, isOpen: boolean) => void;
}

/** Which rows of a board (`<pack>/<dashboard>`) the viewer opened and closed, remembered on this device. */
export function useCollapsedRows(board: string): CollapsedRows {
  const collapsed = usePreferences(({ collapsedRows }) => collapsedRows[board]);
  const collapseRow = usePreferences((preferences) => preferences.collapseRow);
  const opened = useMemo(
    () => Object.fromEntries(Object.entries(collapsed ?? {}).map(([row, isCollapsed]) => [row, !isCollapsed])),
    [collapsed],
  );
  const toggle = useCallback((row: string, isOpen: boolean) => collapseRow(board, row, !isOpen), [collapseRow, board]);
  return { opened, toggle };
}
