import type { VariableState } from '../../data/useVariables.ts';
import type { Messages } from '../../i18n/messages.ts';

/** More values than this are counted, not listed. */
const listed = 2;

/** What is chosen of a variable, short enough for a button: `All`, `north, gate`, `north +3`, `none`. */
export function variableText(
  { current, all }: Pick<VariableState, 'current' | 'all'>,
  texts: Messages['pages']['dashboard']['variables'],
): string {
  const [first] = current;
  if (all) return texts.all;
  if (first === undefined) return texts.none;
  return current.length <= listed ? current.join(', ') : texts.count(first, current.length - 1);
}

/**
 * The values after `picked` is ticked or unticked among several. All stands alone: it replaces the others and gives way
 * to them. Without any value left, All is chosen where there is one.
 */
export function toggled(values: readonly string[], picked: string, all: string | null): readonly string[] {
  if (picked === all) return values.includes(picked) ? [] : [picked];
  const others = values.filter((value) => value !== picked && value !== all);
  const next = values.includes(picked) ? others : [...others, picked];
  return next.length === 0 && all !== null ? [all] : next;
}
