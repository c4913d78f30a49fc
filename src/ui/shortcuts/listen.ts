import { keyOf, matchKey } from './match.ts';
import type { ShortcutRegistry } from './registry.ts';

/** A first key waits this long for its second, ms. */
const patience = 1_000;

/** Runs the shortcuts of `registry` as their keys are pressed, until `signal` is aborted. */
export function listenToKeys(registry: ShortcutRegistry, signal: AbortSignal): void {
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
  // A signal that is aborted already adds nothing.
  document.addEventListener('keydown', onKeyDown, { signal });
}
