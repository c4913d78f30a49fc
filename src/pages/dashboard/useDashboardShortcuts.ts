import { type RefObject, useRef } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '../../data/services/messages.tsx';
import { useShortcuts } from '../../ui/shortcuts/registry.ts';
import type { View } from '../../view/urlState.ts';
import type { RangeMoves } from '../../view/useRangeMoves.ts';

interface DashboardShortcutsOptions {
  /** Address of the wall display of the board's system. */
  readonly wall: string;
  readonly view: View;
  readonly moves: RangeMoves;
  readonly change: (patch: Partial<View>, how: 'push' | 'replace') => void;
  readonly refreshNow: () => void;
}

/** The keys of the dashboard page. Gives the ref of the button that opens the time picker, which one of them presses. */
export function useDashboardShortcuts(options: DashboardShortcutsOptions): RefObject<HTMLButtonElement | null> {
  const { wall, view, moves, change, refreshNow } = options;
  const { messages } = useMessages();
  const [, navigate] = useLocation();
  const timePicker = useRef<HTMLButtonElement>(null);
  const texts = messages.pages.dashboard.shortcuts;
  useShortcuts([
    { keys: 't', label: texts.time, run: () => timePicker.current?.click() },
    { keys: 'r', label: texts.refresh, run: refreshNow },
    { keys: '[', label: texts.earlier, run: moves.earlier },
    { keys: ']', label: texts.later, run: moves.later },
    { keys: 'z', label: texts.zoomOut, run: moves.out },
    { keys: 'f', label: texts.wall, run: () => navigate(wall) },
    ...(view.panel === null ? [] : [{ keys: 'esc', label: texts.alone, run: () => change({ panel: null }, 'push') }]),
  ]);
  return timePicker;
}
