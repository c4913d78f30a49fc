import { minute } from '../context.ts';
import { nodeTarget } from '../exporters/node.ts';
import { rhythm } from '../signal.ts';
import type { FleetTarget } from '../types.ts';
import { swell } from '../windows.ts';
import { type Context, never } from './context.ts';

/** The one host that all of Mordomo runs on. Its root fills up with audio in the incident. */
export function hostTarget(context: Context): FleetTarget {
  const usual = rhythm({ seed: `${context.seed} root`, mean: 0.63, daily: 0.03, weekly: 0.03, waver: 0.01 });
  return nodeTarget(context, {
    job: 'mordomo-node',
    instance: 'node-exporter:9100',
    nodename: 'mordomo-01',
    highCpu: never,
    highMemory: never,
    rootUse: (time) => {
      const pile = swell(context.incident('rootFull'), time, 35 * minute, 5 * minute);
      return usual.at(time) * (1 - pile) + 0.94 * pile;
    },
  });
}
