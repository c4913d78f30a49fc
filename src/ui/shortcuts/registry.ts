import { createContext, use, useEffect, useRef } from 'react';
import type { Shortcut } from './match.ts';

/** The shortcuts that count now: the app's own and those of the page on screen. */
export interface ShortcutRegistry {
  /** Adds a group; returns what takes it away. `read` is asked anew at each key. */
  add(read: () => readonly Shortcut[]): () => void;
  /** All of them, the newest group first, so that a page wins over the app. */
  list(): readonly Shortcut[];
}

export function createShortcutRegistry(): ShortcutRegistry {
  const groups = new Set<() => readonly Shortcut[]>();
  return {
    add(read) {
      groups.add(read);
      return () => groups.delete(read);
    },
    list: () => [...groups].reverse().flatMap((read) => read()),
  };
}

export const ShortcutContext = createContext<ShortcutRegistry>(createShortcutRegistry());

/** Offers these shortcuts for as long as the component is on screen. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const registry = use(ShortcutContext);
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => registry.add(() => latest.current), [registry]);
}
