import type { Crosshair } from '../panels/contract.ts';

/** One per board: the time under the pointer, for every chart. */
export function createCrosshair(): Crosshair {
  const listeners = new Set<() => void>();
  let at: ReturnType<Crosshair['get']> = null;
  return {
    get: () => at,
    set(next) {
      if (at?.time === next?.time && at?.source === next?.source) return;
      at = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
