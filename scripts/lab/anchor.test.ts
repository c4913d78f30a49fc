import { describe, expect, it } from 'vitest';
import type { FamilyType, FleetTarget } from '../../mocks/fleet/types.ts';
import type { Labels } from '../../src/model/labels.ts';
import { anchoredHistory } from './anchor.ts';

type Curve = (time: number) => number;

function simulated(...families: [name: string, type: FamilyType, series: [Labels, Curve][]][]): FleetTarget {
  return {
    job: 'node',
    instance: 'node:1',
    metricsPath: '/metrics',
    isUpAt: () => true,
    families: families.map(([name, type, series]) => ({
      name,
      help: '',
      type,
      series: series.map(([labels, valueAt]) => ({ name, labels, valueAt })),
    })),
  };
}

const now = 1000;

describe('anchoredHistory', () => {
  it('scales a gauge so that it ends at the real value', () => {
    const target = simulated(['g', 'gauge', [[{}, (time) => time]]]);
    const [series] = anchoredHistory([{ name: 'g', labels: { own: 'label' }, value: 10 }], target, now);
    expect(series?.labels).toEqual({ own: 'label' });
    expect([0, 500, 1000].map((time) => series?.valueAt(time))).toEqual([0, 5, 10]);
  });

  it.each([
    [3, 0.5, 2],
    [3.5, 0.5, 1.75],
  ])('a gauge at %d was, at %d of it, %d: whole numbers stay whole', (value, share, expected) => {
    const target = simulated(['g', 'gauge', [[{}, (time) => time]]]);
    const [series] = anchoredHistory([{ name: 'g', labels: {}, value }], target, now);
    expect(series?.valueAt(share * now)).toBe(expected);
  });

  it('shifts a counter, and before its process was started takes the simulated one', () => {
    const target = simulated(['c', 'counter', [[{}, (time) => 5000 + time]]]);
    const [series] = anchoredHistory([{ name: 'c', labels: {}, value: 300 }], target, now);
    expect([0, 699, 700, 1000].map((time) => series?.valueAt(time))).toEqual([5000, 5699, 0, 300]);
  });

  it('never rounds a counter to above its real value', () => {
    const target = simulated(['c', 'counter', [[{}, () => 1e6 + 0.1]]]);
    const [series] = anchoredHistory([{ name: 'c', labels: {}, value: 4.11 }], target, now);
    expect(series?.valueAt(now)).toBe(4.11);
  });

  it('leaves a counter at zero where it is, whatever the simulation counts', () => {
    const target = simulated(['c', 'counter', [[{}, (time) => time]]]);
    const [series] = anchoredHistory([{ name: 'c', labels: {}, value: 0 }], target, now);
    expect(series?.valueAt(500)).toBe(0);
  });

  it('takes the simulated series with the most equal labels', () => {
    const target = simulated([
      'c',
      'gauge',
      [
        [{ cpu: '0', mode: 'idle' }, () => 1],
        [{ cpu: '1', mode: 'idle' }, (time) => 2 + time],
      ],
    ]);
    const live = ['0', '1', '7'].map((cpu) => ({ name: 'c', labels: { cpu, mode: 'idle' }, value: 1002 }));
    const history = anchoredHistory(live, target, now);
    expect(history.map(({ labels, valueAt }) => [labels.cpu, valueAt(0)])).toEqual([
      ['0', 1002],
      ['1', 2],
      ['7', 1002],
    ]);
  });

  it('keeps what is left of a whole between zero and the whole', () => {
    const labels = { mountpoint: '/' };
    const target = simulated(
      ['node_filesystem_size_bytes', 'gauge', [[labels, () => 100]]],
      ['node_filesystem_avail_bytes', 'gauge', [[labels, (time) => (time === now ? 80 : 20)]]],
    );
    const live = [
      { name: 'node_filesystem_size_bytes', labels, value: 1000 },
      { name: 'node_filesystem_avail_bytes', labels, value: 600 },
    ];
    const [, available] = anchoredHistory(live, target, now);
    // 20 of 100 in use are 400 of 1000: 80 of 100 would be 1600, which is more than there is.
    expect([available?.valueAt(now), available?.valueAt(0)]).toEqual([600, 0]);
  });

  it('has no past for what the simulation does not have', () => {
    expect(anchoredHistory([{ name: 'other', labels: {}, value: 1 }], simulated(), now)).toEqual([]);
  });
});
