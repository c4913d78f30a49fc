import { labelsKey } from '../../src/model/labels.ts';
import { anchoredHistory } from './anchor.ts';
import type { HistorySource } from './history.ts';
import { readSamples, type Sample } from './samples.ts';
import type { StartedTarget } from './targets.ts';

/** What a target answers now; nothing when it does not answer. */
async function liveSamples({ address, target }: StartedTarget): Promise<Sample[]> {
  const answer = await fetch(`http://${address}${target.metricsPath}`).catch(() => null);
  return answer?.ok ? readSamples(await answer.text()) : [];
}

const keyOf = ({ name, labels }: Pick<Sample, 'name' | 'labels'>) => `${name} ${labelsKey(labels)}`;

/**
 * The past of a target at `now` (epoch ms): its own; for a real one what it relays from the simulation, and of what it
 * measures itself the simulated past, bent to its present values.
 */
export async function pastOf(started: StartedTarget, now: number): Promise<HistorySource> {
  const { target, real } = started;
  if (real === null) return { ...target, series: target.families.flatMap(({ series }) => series) };
  const relayed = real.relayed ?? [];
  const known = new Set(relayed.map(keyOf));
  const measured = (await liveSamples(started)).filter((sample) => !known.has(keyOf(sample)));
  return { ...target, isUpAt: () => true, series: [...relayed, ...anchoredHistory(measured, target, now)] };
}
