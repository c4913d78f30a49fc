import { useEffect } from 'react';

/**
 * Tells the world outside (`<html data-app>`) whether this page is drawn: `ready` once what it waits for is there,
 * `loading` before that and between two pages. Its panels say for themselves whether they are loading.
 */
export function useAppReady(isReady: boolean): void {
  useEffect(() => {
    document.documentElement.dataset.app = isReady ? 'ready' : 'loading';
    return () => {
      document.documentElement.dataset.app = 'loading';
    };
  }, [isReady]);
}
