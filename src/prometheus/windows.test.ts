import { expect, it } from 'vitest';
import { windows } from './windows.ts';

it.each([
  ['rate(x[15s])', [{ length: 15_000, needs: 2 }]],
  ['sum by (job) (irate(x{a="[5m]"}[1m30s] offset 5m))', [{ length: 90_000, needs: 2 }]],
  [
    'avg_over_time(x[10s]) / rate(y[1m])',
    [
      { length: 10_000, needs: 1 },
      { length: 60_000, needs: 2 },
    ],
  ],
  [
    'predict_linear(x[1h], 3600) + increase((y)[5m])',
    [
      { length: 3_600_000, needs: 2 },
      { length: 300_000, needs: 2 },
    ],
  ],
  ['max_over_time(rate(x[5m])[1h:1m])', [{ length: 300_000, needs: 2 }]],
  ['x', []],
  ['rate(x[', []],
])('finds the windows of %s', (expr, found) => {
  expect(windows(expr)).toEqual(found);
});
