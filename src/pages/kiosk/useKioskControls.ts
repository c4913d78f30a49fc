import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '../../data/services/messages.tsx';
import { kioskTexts } from '../../i18n/apart/kiosk.ts';
import type { IconName } from '../../ui/Icon.tsx';
import type { Shortcut } from '../../ui/shortcuts/match.ts';
import { useShortcuts } from '../../ui/shortcuts/registry.ts';
import type { RoundMove } from './playlist.ts';

/** A key of the wall display, which is a button too while somebody moves the pointer. */
export interface KioskControl extends Shortcut {
  readonly icon: IconName;
}

/** What can be done on the wall display. Leaving goes to `exit`: the board on screen, with all its controls. */
export function useKioskControls(move: (move: RoundMove) => void, exit: string): readonly KioskControl[] {
  const { language } = useMessages();
  const [, navigate] = useLocation();
  const texts = kioskTexts[language].shortcuts;
  const controls = useMemo(
    (): readonly KioskControl[] => [
      { keys: '←', icon: 'back', label: texts.previous, run: () => move('previous') },
      { keys: 'space', icon: 'pause', label: texts.pause, run: () => move('toggle-pause') },
      { keys: '→', icon: 'forward', label: texts.next, run: () => move('next') },
      { keys: 'f', icon: 'expand', label: texts.fullScreen, run: toggleFullScreen },
      { keys: 'esc', icon: 'close', label: texts.leave, run: () => navigate(exit) },
    ],
    [texts, move, exit, navigate],
  );
  useShortcuts(controls);
  return controls;
}

function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen();
}
