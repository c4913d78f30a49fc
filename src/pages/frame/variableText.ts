import type { VariableState } from '../../data/variables/useVariables.ts';
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
