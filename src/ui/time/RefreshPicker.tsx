import type { ReactNode } from 'react';
import type { Messages } from '../../i18n/messages.ts';
import { formatAge } from '../../model/age.ts';
import { Menu, type MenuItem } from '../Menu.tsx';

interface RefreshPickerProps {
  /** Milliseconds; null is off. */
  readonly refresh: number | null;
  readonly onRefresh: (refresh: number | null) => void;
  readonly onRefreshNow: () => void;
  /** Shown before the choice: the countdown. */
  readonly ring: ReactNode;
  /** Shown after it: how old the data is. */
  readonly children?: ReactNode;
  readonly texts: Messages['shell']['time'];
}

/** The choices, ms. */
const intervals = [5_000, 10_000, 15_000, 30_000, 60_000, 300_000, 900_000, 1_800_000, 3_600_000];

/** Says how often the board asks again and how old what it shows is, and offers other intervals. */
export function RefreshPicker({ refresh, onRefresh, onRefreshNow, ring, children, texts }: RefreshPickerProps) {
  const choices = refresh === null || intervals.includes(refresh) ? intervals : [refresh, ...intervals];
  const current = refresh === null ? texts.refreshOff : formatAge(refresh);
  const items: MenuItem[] = [
    { label: texts.refreshNow, icon: 'refresh', hint: 'r', onSelect: onRefreshNow },
    'separator',
    { label: texts.refreshOff, checked: refresh === null, onSelect: () => onRefresh(null) },
    ...choices.map((interval) => ({
      label: texts.every(formatAge(interval)),
      checked: interval === refresh,
      onSelect: () => onRefresh(interval),
    })),
  ];
  return (
    <Menu
      label={texts.refreshLabel(current)}
      align="end"
      items={items}
      trigger={
        <>
          {ring}
          {current}
          {children}
        </>
      }
    />
  );
}
