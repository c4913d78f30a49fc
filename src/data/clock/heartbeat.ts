import { useSyncExternalStore } from 'react';

const PERIOD = 1_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

function beat(): void {
  for (const each of listeners) each();
}

/** Calls `listener` once a second, and when the page comes back into sight, until what it returns is called. */
export function onHeartbeat(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === null) {
    timer = setInterval(beat, PERIOD);
    // A hidden page's timers are slowed down: what comes back into sight is right at once.
    document.addEventListener('visibilitychange', beat);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', beat);
      timer = null;
    }
  };
}

/**
 * A value that follows the browser's clock (epoch ms) once a second. The component is drawn again only when `read` gives
 * another value, so read the coarsest thing that does (a word, whole seconds); it must give a primitive.
 */
export function useHeartbeat<T extends string | number | boolean | null>(read: (now: number) => T): T {
  return useSyncExternalStore(onHeartbeat, () => read(Date.now()));
}
