import { useEffect } from 'react';

/** The key of the command palette as this device has it; macOS has a use of its own for Control-K. */
const isApple = typeof navigator !== 'undefined' && /Mac|iP/.test(navigator.platform);
export const paletteKey = isApple ? '⌘ K' : 'Ctrl K';

/** Opens the command palette on its key, also while typing, and closes it on the same; over no other dialog. */
export function usePaletteKey(setOpen: (isOpen: boolean) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isCommand = (isApple ? event.metaKey : event.ctrlKey) && !event.shiftKey && !event.altKey;
      if (!isCommand || event.key.toLowerCase() !== 'k' || event.defaultPrevented) return;
      event.preventDefault();
      // The palette is such a dialog, too.
      setOpen(document.querySelector('dialog[open]') === null);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [setOpen]);
}
