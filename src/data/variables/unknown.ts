import type { Variable } from '../../model/dashboard.ts';
import { usedVariables } from '../../prometheus/interpolate.ts';
import type { Variables } from './useVariables.ts';

/** Why variables could not be had, those included that are not asked for because one that their query uses could not. */
export function failuresOf(
  variables: readonly Variable[],
  { values, errors }: Pick<Variables, 'values' | 'errors'>,
): ReadonlyMap<string, unknown> {
  const failures = new Map(errors);
  for (const variable of variables) {
    if (variable.type !== 'query' || failures.has(variable.name)) continue;
    const cause = usedVariables(variable.query).find((name) => failures.has(name) && !values.has(name));
    if (cause !== undefined) failures.set(variable.name, failures.get(cause));
  }
  return failures;
}
