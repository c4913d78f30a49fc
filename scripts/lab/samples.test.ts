import { describe, expect, it } from 'vitest';
import { exposition } from '../../mocks/fleet/exposition.ts';
import { readSamples } from './samples.ts';

describe('readSamples', () => {
  it('reads names, labels and values, with and without a timestamp', () => {
    const text = '# HELP a A\n# TYPE a gauge\na 1\na{b="c"} +Inf\na{b="c",d="e"} 2.5e+06 1700000000000\n\n';
    expect(readSamples(text)).toEqual([
      { name: 'a', labels: {}, value: 1 },
      { name: 'a', labels: { b: 'c' }, value: Number.POSITIVE_INFINITY },
      { name: 'a', labels: { b: 'c', d: 'e' }, value: 2_500_000 },
    ]);
  });

  it('reads back what the exposition escaped', () => {
    const labels = { path: 'C:\\new "x"\n}, a="b"' };
    const series = [{ name: 'g', labels, valueAt: () => Number.NaN }];
    const target = {
      job: 'a',
      instance: 'a:1',
      metricsPath: '/metrics',
      isUpAt: () => true,
      families: [{ name: 'g', help: '', type: 'untyped' as const, series }],
    };
    expect(readSamples(exposition(target, 0))).toEqual([{ name: 'g', labels, value: Number.NaN }]);
  });
});
