// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${name} is how a variable is written in a PromQL text
import { describe, expect, it, test } from 'vitest';
import { InterpolationError } from './errors.ts';
import { type PlanRequest, planQuery } from './planQuery.ts';

const hour = 3_600_000;
const to = 1_700_000_007_890;
const request: PlanRequest = {
  dataSource: 'main',
  expr: 'rate(x[$__rate_interval])',
  instant: false,
  span: { from: to - 6 * hour, to },
  width: 700,
  scrapeInterval: 15_000,
  variables: new Map(),
};

it('a range plan is aligned and has its expression filled in', () => {
  const end = 1_699_999_980_000;
  const plan = { kind: 'range', dataSource: 'main', expr: 'rate(x[1m])', start: end - 6 * hour, end, step: 30_000 };
  expect(planQuery(request)).toEqual(plan);
  // A few pixels or seconds more are the same plan, and so the same request.
  expect(planQuery({ ...request, width: 730, span: { from: to - 6 * hour + 1000, to: to + 1000 } })).toEqual(plan);
});

it('an instant plan asks at the whole second', () => {
  expect(planQuery({ ...request, instant: true })).toEqual({
    kind: 'instant',
    dataSource: 'main',
    expr: 'rate(x[1m])',
    time: 1_700_000_007_000,
  });
});

test.each([
  ['rate(x[$__rate_interval])', { rateFloor: 300_000 }, 'rate(x[5m])'],
  ['rate(x[$__rate_interval])', { scrapeInterval: 60_000 }, 'rate(x[4m])'],
  ['rate(x[${__rate_interval}])', { minStep: 600_000 }, 'rate(x[10m15s])'],
  ['x[$__interval]', {}, 'x[30s]'],
  ['x[$__range] / $__range_s', {}, 'x[6h] / 21600'],
  ['x[$__range]', { span: { from: to, to } }, 'x[1s]'],
  ['$__interval_ms + $__rate_interval_ms + $__interval_s', {}, '30000 + 60000 + 30'],
  ['$__from $__to $__to_ms $__to_s', {}, '1699978380000 1699999980000 1699999980000 1699999980'],
  [
    'x{a=~"$a", b="$__interval"}',
    { variables: new Map([['a', { values: ['1', '2'], all: false }]]) },
    'x{a=~"(1|2)", b="30s"}',
  ],
  ['$__interval', { variables: new Map([['__interval', { values: ['9h'], all: false }]]) }, '30s'],
])('%s with %j: %s', (expr, rest, expected) => {
  expect(planQuery({ ...request, expr, ...rest }).expr).toBe(expected);
});

describe('what it does not do', () => {
  it('plan with a variable that is not there', () => {
    expect(() => planQuery({ ...request, expr: 'x{a="$a"}' })).toThrow(InterpolationError);
  });

  it('ask for more than 11,000 points', () => {
    const plan = planQuery({ ...request, width: 1e9, span: { from: 0, to } });
    expect(plan.kind === 'range' && (plan.end - plan.start) / plan.step).toBeLessThan(1441);
  });
});

it('days follow the zone of the viewer', () => {
  const plan = planQuery({
    ...request,
    minStep: 24 * hour,
    timeZone: 'America/Sao_Paulo',
    span: { from: to - 7 * 24 * hour, to },
  });
  expect(plan).toMatchObject({
    start: Date.parse('2023-11-07T00:00-03:00'),
    end: Date.parse('2023-11-14T00:00-03:00'),
  });
});
