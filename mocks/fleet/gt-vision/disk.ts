import { gibibyte, minute } from '../context.ts';
import { rhythm } from '../signal.ts';
import { swell } from '../windows.ts';
import type { Context } from './context.ts';

/** The disk that MinIO keeps the recordings on, as the node and MinIO both see it. */
export const recordingsDisk = { size: 7400 * gibibyte } as const;

/** Share of the recordings disk in use: recordings come and are cleaned away, and in the incident they are not. */
export function recordingsDiskUse(context: Context): (time: number) => number {
  const usual = rhythm({ seed: `${context.seed} recordings disk`, mean: 0.62, daily: 0.04, weekly: 0.05, waver: 0.01 });
  return (time) => {
    const pile = swell(context.incident('fullDisk'), time, 25 * minute, 5 * minute);
    return usual.at(time) * (1 - pile) + 0.9 * pile;
  };
}
