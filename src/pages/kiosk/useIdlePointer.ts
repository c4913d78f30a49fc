import { useEffect, useState } from 'react';

/** The pointer rests after this long, ms. */
const patience = 2_000;

/** Whether the pointer has not moved for a while. */
export function useIdlePointer(): boolean {
  const [isIdle, setIdle] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onMove = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), patience);
    };
    const moves = ['pointermove', 'pointerdown'] as const;
    for (const move of moves) document.addEventListener(move, onMove);
    return () => {
      clearTimeout(timer);
      for (const move of moves) document.removeEventListener(move, onMove);
    };
  }, []);
  return isIdle;
}
