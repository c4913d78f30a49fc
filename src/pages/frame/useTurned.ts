import { useState } from 'react';

interface Turned {
  /** Whether what is called so is open, where it begins `open`. */
  readonly isOpen: (name: string, open: boolean) => boolean;
  readonly turn: (name: string) => void;
}

/** What of a list the viewer has opened or closed, against how it begins. */
export function useTurned(): Turned {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  return {
    isOpen: (name, open) => open !== turned.has(name),
    turn: (name) =>
      setTurned((current) => {
        const next = new Set(current);
        if (!next.delete(name)) next.add(name);
        return next;
      }),
  };
}
