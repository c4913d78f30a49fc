import { describe, expect, it } from 'vitest';
import { exposition } from './exposition.ts';
import type { FleetTarget, MetricFamily } from './types.ts';

function target(...families: MetricFamily[]): FleetTarget {
  return { job: 'a', instance: 'a:1', metricsPath: '/metrics', families, isUpAt: () => true };
}

describe('exposition', () => {
  it('writes HELP, TYPE and the samples, without braces where there are no labels', () => {
    const text = exposition(
      target({
        name: 'requests_total',
        help: 'All requests',
        type: 'counter',
        series: [
          { name: 'requests_total', labels: {}, valueAt: (time) => time / 1000 },
          { name: 'requests_total', labels: { a: '1', b: '2' }, valueAt: () => 0.5 },
        ],
      }),
      3000,
    );
    expect(text).toBe(
      '# HELP requests_total All requests\n# TYPE requests_total counter\nrequests_total 3\nrequests_total{a="1",b="2"} 0.5\n',
    );
  });

  it('escapes backslash, newline and quote in label values, and not the quote in help', () => {
    const series = [{ name: 'g', labels: { path: 'C:\\a "b"\nc' }, valueAt: () => 1 }];
    expect(exposition(target({ name: 'g', help: 'a "b"\\\nc', type: 'gauge', series }), 0)).toBe(
      '# HELP g a "b"\\\\\\nc\n# TYPE g gauge\ng{path="C:\\\\a \\"b\\"\\nc"} 1\n',
    );
  });

  it.each([
    [Number.POSITIVE_INFINITY, '+Inf'],
    [Number.NEGATIVE_INFINITY, '-Inf'],
    [Number.NaN, 'NaN'],
    [1e21, '1e+21'],
  ])('writes %d as %s', (value, written) => {
    const series = [{ name: 'g', labels: {}, valueAt: () => value }];
    expect(exposition(target({ name: 'g', help: '', type: 'untyped', series }), 0)).toBe(`g ${written}\n`);
  });

  it('leaves out what is absent, and the family when all of it is', () => {
    const absent = { name: 'g', labels: { a: '1' }, valueAt: () => null };
    const present = { name: 'h', labels: { a: '2' }, valueAt: () => 2 };
    const text = exposition(
      target(
        { name: 'g', help: 'G', type: 'gauge', series: [absent] },
        { name: 'h', help: '', type: 'untyped', series: [{ ...absent, name: 'h' }, present] },
      ),
      0,
    );
    expect(text).toBe('h{a="2"} 2\n');
  });
});
