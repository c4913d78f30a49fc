import { useCallback, useEffect, useState } from 'react';
import { moved, type Round, type RoundMove, timeLeft } from './playlist.ts';

/** Goes from board to board, each staying `stay` ms. With a single board it goes nowhere. */
export function useRound(
  count: number,
  stay: number,
): { readonly round: Round; readonly move: (m: RoundMove) => void } {
  const [round, setRound] = useState<Round>(() => ({ position: 0, since: Date.now(), pausedAt: null }));
  const move = useCallback((m: RoundMove) => setRound((at) => moved(at, m, Date.now())), []);
  useEffect(() => {
    if (count < 2 || round.pausedAt !== null) return;
    const timer = setTimeout(() => move('next'), timeLeft(round, stay, Date.now()));
    return () => clearTimeout(timer);
  }, [count, round, stay, move]);
  return { round, move };
}
