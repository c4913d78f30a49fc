import { useEffect } from 'react';
import { keyOf, matchKey } from './match.ts';
import type { ShortcutRegistry } from './registry.ts';

/** A first key waits this long for its second, ms. */
const patience = 1_000;

/** Listens to the keyboard for the whole app. */
export function useShortcutKeys(registry: ShortcutRegistry): void {
  useEffect(() => {
    let pending = '';
    let pressedAt = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if (key === null) return;
      if (event.timeStamp - pressedAt > patience) pending = '';
      pressedAt = event.timeStamp;
      const match = matchKey(pending, key, registry.list());
      pending = match.pending;
      if (!match.shortcut) return;
      event.preventDefault();
      match.shortcut.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [registry]);
}
