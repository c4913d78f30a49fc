/** When a group is evaluated: at `offset + n * interval` in epoch ms, for every whole n from `first` on. */
export interface Schedule {
  readonly interval: number;
  readonly offset: number;
  readonly first: number;
}

/** FNV-1a, 32 bits, of a text's UTF-16 units. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return state;
}

/**
 * The schedule of a group. As in Prometheus, groups are spread over their interval (ms) by a hash of file and name, the
 * same at every start. Where rules have a beginning (epoch ms), they are evaluated from it on, unspread, as promtool does.
 */
export function createSchedule(file: string, group: string, interval: number, start: number | null): Schedule {
  if (start !== null) return { interval, offset: start, first: 0 };
  return { interval, offset: hash(`${file}\xff${group}`) % interval, first: Number.NEGATIVE_INFINITY };
}

/** Epoch ms of an evaluation. */
export const timeOf = ({ offset, interval }: Schedule, index: number): number => offset + index * interval;

/** Which evaluation is the newest at or before a time in epoch ms; it may lie before the first. */
export const indexAt = ({ offset, interval }: Schedule, time: number): number => Math.floor((time - offset) / interval);
