import { useEffect } from 'react';
import { listenToKeys } from './listen.ts';
import type { ShortcutRegistry } from './registry.ts';

/** Listens to the keyboard for the whole app. */
export function useShortcutKeys(registry: ShortcutRegistry): void {
  useEffect(() => {
    const listening = new AbortController();
    listenToKeys(registry, listening.signal);
    return () => listening.abort();
  }, [registry]);
}
