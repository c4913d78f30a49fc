import type { Variables } from '../data/variables/useVariables.ts';
import type { Dashboard } from '../model/dashboard.ts';
import { usedVariables } from '../prometheus/interpolate.ts';
import type { PanelInstance } from './layout.ts';

/** What keeps a panel from being asked: a variable that is still asked for, that could not be had, or that has no values. */
export interface Obstacle {
  readonly state: 'loading' | 'error' | 'empty';
  /** Why it could not be had; null where that is not so. */
  readonly error: unknown;
}

/** What is known of a board's variables. */
export type KnownVariables = Pick<Variables, 'values' | 'errors' | 'asked'>;

/** The obstacle of a panel; null where it can be asked. One that stands for its repetitions waits for these alone. */
export function obstacleOf(
  { panel, awaits }: PanelInstance,
  { variables }: Dashboard,
  { values, errors, asked }: KnownVariables,
): Obstacle | null {
  const isDeclared = (wanted: string) => variables.some(({ name }) => name === wanted);
  const used = awaits === null ? panel.queries.flatMap(({ expr }) => usedVariables(expr)) : [awaits];
  const missing = used.filter((name) => name === awaits || (isDeclared(name) && !values.has(name)));
  const name = missing.find((wanted) => errors.has(wanted)) ?? missing[0];
  if (name === undefined) return null;
  if (errors.has(name)) return { state: 'error', error: errors.get(name) };
  const isAsked = isDeclared(name) && (!values.has(name) || asked.includes(name));
  return { state: isAsked ? 'loading' : 'empty', error: null };
}
