import { useCallback, useEffect, useState } from 'react';
import { moved, type Round, type RoundMove, timeLeft } from './playlist.ts';

/** The round, and the way to move in it. */
export function useRound(): { readonly round: Round; readonly move: (m: RoundMove) => void } {
  const [round, setRound] = useState<Round>(() => ({ position: 0, screen: 0, since: Date.now(), pausedAt: null }));
  const move = useCallback((m: RoundMove) => setRound((at) => moved(at, m, Date.now())), []);
  return { round, move };
}

interface RoundTimer {
  readonly round: Round;
  readonly move: (m: RoundMove) => void;
  /** Ms that each screen stays. */
  readonly stay: number;
  /** Boards of the round, and screens of the board that is on. */
  readonly boards: number;
  readonly screens: number;
}

/** Goes from screen to screen and from board to board. Where there is only one, it goes nowhere. */
export function useRoundTimer({ round, move, stay, boards, screens }: RoundTimer): void {
  const isLast = round.screen >= screens - 1;
  useEffect(() => {
    if (round.pausedAt !== null || (boards < 2 && screens < 2)) return;
    const timer = setTimeout(() => move(isLast ? 'next' : 'next-screen'), timeLeft(round, stay, Date.now()));
    return () => clearTimeout(timer);
  }, [boards, screens, isLast, round, stay, move]);
}
