import { describe, expect, it } from 'vitest';
import { isExtendable } from './extendable.ts';

describe('an older answer stays true', () => {
  it.each([
    'up',
    'sum by (job) (rate(http_requests_total{path=~"/a@b.*"}[5m] offset 1h))',
    'max_over_time(rate(x_total[1m])[10m:30s] offset 90s)',
    'topk(3, load) # @ end() was here once',
    'x{start="end()", end="offset -1m"}',
    'time() - process_start_time_seconds',
    'sum by (start, range) (x) + end',
    'limitk(2, x)',
    'label_replace(x, "offset", "$1", "a", "(.*)")',
  ])('of %s', (expr) => expect(isExtendable(expr)).toBe(true));
});

describe('an older answer may turn untrue', () => {
  it.each([
    ['x @ end()', 'the end of the range'],
    ['rate(x[5m] @ start())', 'its start'],
    ['x @ 1700000000', 'a time that may be yet to come'],
    ['x offset -5m', 'it looks ahead'],
    ['x OFFSET - 5m', 'it looks ahead'],
    ['max_over_time(x[5m:1m] offset -1s)', 'it looks ahead'],
    ['x offset (5m - 10m)', 'who knows'],
    ['rate(x[5m] smoothed)', 'it looks ahead'],
    ['rate(x[range()])', 'the length of the range'],
    ['x > range_avg(x)', 'MetricsQL: all points'],
    ['running_sum(x)', 'MetricsQL: all points before'],
    ['topk_max(5, x)', 'MetricsQL: all points'],
    ['keep_last_value(x)', 'MetricsQL: all points before'],
    ['x / now()', 'MetricsQL: when it is asked'],
    ['rand()', 'MetricsQL: chance'],
  ])('of %s: %s', (expr) => expect(isExtendable(expr)).toBe(false));
});
