import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { FleetSeries, FleetTarget } from '../../mocks/fleet/types.ts';
import { freePort } from '../process.ts';
import { listen } from './listen.ts';
import { pastOf } from './past.ts';
import type { RealServer } from './running.ts';
import type { StartedTarget } from './targets.ts';

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

const level = (name: string, labels: Record<string, string> = {}): FleetSeries => ({ name, labels, valueAt: () => 1 });
const simulated = [level('own'), level('pushed', { job: 'collector' })];
const target: FleetTarget = {
  job: 'pushgateway',
  instance: 'pushgateway:9091',
  metricsPath: '/metrics',
  honorLabels: true,
  isUpAt: () => false,
  families: simulated.map((series) => ({ name: series.name, help: '', type: 'gauge', series: [series] })),
};

/** The past of the target when it is played by a server that exposes this. */
async function pastWith(exposed: string, relayed: readonly FleetSeries[]) {
  const server = await listen(createServer((_, response) => response.end(exposed)));
  running.push(server);
  const real: RealServer = { ...server, relayed };
  return pastOf({ ...real, target, real }, 0);
}

describe('pastOf', () => {
  it('gives a simulated target its own past, down times included', async () => {
    const started: StartedTarget = { address: '', stop: async () => {}, target, real: null };
    const past = await pastOf(started, 0);
    expect(past.series).toEqual(simulated);
    expect(past.isUpAt(0)).toBe(false);
    expect(past).toMatchObject({ job: 'pushgateway', honorLabels: true });
  });

  it('gives a real one what it relays as it is simulated, and bends the rest to what it measures', async () => {
    const relayed = simulated.filter(({ name }) => name === 'pushed');
    const { series, isUpAt } = await pastWith('own 7\npushed{job="collector"} 9\nunknown 1\n', relayed);
    expect(series.map(({ name, valueAt }) => [name, valueAt(0)])).toEqual([
      ['pushed', 1],
      ['own', 7],
    ]);
    expect(isUpAt(0)).toBe(true);
  });

  it('knows nothing but what is relayed of one that does not answer', async () => {
    const real: RealServer = { address: `127.0.0.1:${await freePort()}`, relayed: simulated, stop: async () => {} };
    expect((await pastOf({ ...real, target, real }, 0)).series).toEqual(simulated);
  });
});
