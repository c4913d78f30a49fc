import type { Windows } from './windows.ts';

const minute = 60_000;
const cycle = 6 * 60 * minute;

/**
 * Minutes of each six-hour cycle (from 00:00, 06:00, 12:00, 18:00 UTC) in which something is wrong, by name: from, to.
 */
export type IncidentScript<Name extends string> = Readonly<Record<Name, readonly [from: number, to: number]>>;

/** `scripted`: at known hours of every day. `none`: never, for those who need a quiet system at any hour. */
export type IncidentMode = 'scripted' | 'none';

/** Gives each incident of a script by its name, with the times at which it is on. */
export function scriptedIncidents<Name extends string>(
  script: IncidentScript<Name>,
  mode: IncidentMode,
): (name: Name) => Windows {
  return (name) => {
    const [from, to] = script[name];
    return { period: cycle, offset: from * minute, length: mode === 'none' ? 0 : (to - from) * minute };
  };
}
