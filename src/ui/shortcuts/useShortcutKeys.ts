import { useEffect } from 'react';
import type { ShortcutRegistry } from './registry.ts';

/** Listens to the keyboard for the whole app. How keys are read is loaded meanwhile: nobody types before they see. */
export function useShortcutKeys(registry: ShortcutRegistry): void {
  useEffect(() => {
    const listening = new AbortController();
    import('./listen.ts').then(
      ({ listenToKeys }) => listenToKeys(registry, listening.signal),
      (error: unknown) => console.error('The shortcuts could not be loaded; everything else works.', error),
    );
    return () => listening.abort();
  }, [registry]);
}
