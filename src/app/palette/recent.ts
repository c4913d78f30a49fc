import * as v from 'valibot';
import { type Entry, entry } from './entries.ts';

/** What is kept of a choice: enough to show it again before its source is asked. `to` is '' for what is no page. */
const keptSchema = v.array(v.object({ id: v.string(), label: v.string(), detail: v.string(), to: v.string() }));
type Kept = v.InferOutput<typeof keptSchema>;

const storageKey = 'mirante.palette';
const LIMIT = 6;

/** What was chosen last on this device, the newest first; nothing where the browser keeps nothing. */
export function keptChoices(): Kept {
  try {
    const kept = v.safeParse(keptSchema, JSON.parse(localStorage.getItem(storageKey) ?? '[]'));
    return kept.success ? kept.output.filter(({ to }) => to === '' || /^\/(?!\/)/.test(to)).slice(0, LIMIT) : [];
  } catch {
    return [];
  }
}

/** Keeps a choice as the newest. */
export function keepChoice({ id, label, detail, effect }: Entry): void {
  const chosen = { id, label, detail, to: 'to' in effect ? effect.to : '' };
  const kept = [chosen, ...keptChoices().filter((one) => one.id !== id)].slice(0, LIMIT);
  try {
    localStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // Full or refused: nothing is remembered.
  }
}

/** The kept choices as entries: as they are called now where they are known, without what can no longer be done. */
export function recentEntries(kept: Kept, known: readonly Entry[]): readonly Entry[] {
  return kept.flatMap(({ to, ...rest }) => {
    const now = known.find(({ id }) => id === rest.id);
    if (now) return [now];
    return to === '' ? [] : [entry({ ...rest, effect: { to } })];
  });
}
