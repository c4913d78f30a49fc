/** A key, or two keys one after the other (`g o`), that does something. */
export interface Shortcut {
  readonly keys: string;
  /** What it does, as the sheet of shortcuts says it. */
  readonly label: string;
  readonly run: () => void;
}

/** What a pressed key comes to: something to run, or a first key that waits for its second (`pending`), or neither. */
export interface Match {
  readonly shortcut: Shortcut | null;
  readonly pending: string;
}

/** Reads one more key after `pending` ('' when none waits). A pair that means nothing starts over with its last key. */
export function matchKey(pending: string, key: string, shortcuts: readonly Shortcut[]): Match {
  const typed = pending === '' ? key : `${pending} ${key}`;
  const shortcut = shortcuts.find(({ keys }) => keys === typed) ?? null;
  if (shortcut) return { shortcut, pending: '' };
  if (shortcuts.some(({ keys }) => keys.startsWith(`${typed} `))) return { shortcut: null, pending: typed };
  return pending === '' ? { shortcut: null, pending: '' } : matchKey('', key, shortcuts);
}

const typingPlaces = 'input, textarea, select, [contenteditable], [popover], dialog';

/**
 * The key of an event in the spelling of `Shortcut.keys`; null when it is not for us: somebody is typing, a menu or a
 * dialog has the focus, or a modifier makes it the browser's.
 */
export function keyOf(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  // What has a shadow tree of its own, as editors have, is the target of all that happens in it.
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return spelled[event.key] ?? event.key;
  if (target.closest(typingPlaces)) return null;
  // Space and Enter press the button that has the focus.
  const presses = event.key === ' ' || event.key === 'Enter';
  if (presses && target.closest('button, a, summary')) return null;
  return spelled[event.key] ?? event.key;
}

const spelled: Readonly<Record<string, string>> = { ' ': 'space', ArrowLeft: '←', ArrowRight: '→', Escape: 'esc' };
