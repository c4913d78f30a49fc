import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Expr } from '../../../mocks/promql/ast.ts';
import { parse } from '../../../mocks/promql/parse.ts';
import { dashboardSchema } from '../../model/dashboard.ts';
import { interpolate } from '../../prometheus/interpolate.ts';
import { boardOf } from './board.ts';
import { dashboardYaml } from './dashboardYaml.ts';
import { type Scope, sampleOf } from './expressions.ts';
import { familiesOf, type Metadata } from './families.ts';
import { rowsOf } from './rows.ts';

const all = new Map([['instance', { values: [], all: true }]]);
const builtins = new Map([['__rate_interval', '1m']]);
const asAsked = (expr: string) => interpolate(expr, all, builtins);

/** The metrics that an expression reads, and the jobs. */
function readIn(expr: Expr | null): { metrics: string[]; jobs: string[] } {
  if (expr === null) return { metrics: [], jobs: [] };
  switch (expr.kind) {
    case 'selector':
    case 'matrix': {
      const valuesOf = (label: string) => expr.matchers.flatMap((one) => (one.name === label ? [one.value] : []));
      return { metrics: valuesOf('__name__'), jobs: valuesOf('job') };
    }
    default: {
      const parts = Object.values(expr).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]));
      const found = parts.filter(isExpr).map(readIn);
      return { metrics: found.flatMap(({ metrics }) => metrics), jobs: found.flatMap(({ jobs }) => jobs) };
    }
  }
}

function isExpr(value: unknown): value is Expr {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function boardFor(names: readonly string[], metadata: Metadata, scope: Scope, by: string | null) {
  const options = { scope, rows: rowsOf(familiesOf(names, metadata)), isOpen: () => true, splitOf: () => by };
  return boardOf(options);
}

const plainName = fc
  .array(fc.constantFrom('http', 'go', 'process', 'x', 'errors', 'request', 'time', 'push', 'a:b', 'scrape'), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((words) =>
    fc
      .constantFrom('', '_total', '_bucket', '_sum', '_count', '_info', '_seconds', '_bytes', '_created', '_gsum')
      .map((suffix) => words.join('_') + suffix),
  );
const oddName = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const names = fc.uniqueArray(
  fc.oneof({ weight: 4, arbitrary: plainName }, oddName, fc.constantFrom('up', 'a$instance', '"', '\\')),
  {
    minLength: 1,
    maxLength: 60,
  },
);
const type = fc.constantFrom(
  'counter',
  'gauge',
  'histogram',
  'gaugehistogram',
  'summary',
  'info',
  'unknown',
  'stateset',
  '',
);
const metadata = fc
  .array(fc.tuple(fc.oneof(plainName, oddName), type, oddName), { maxLength: 40 })
  .map(
    (told): Metadata => Object.fromEntries(told.map(([name, one, help]) => [name, [{ type: one, help, unit: '' }]])),
  );
const scope = fc.record({ job: fc.oneof(fc.constant('api'), oddName), byInstance: fc.boolean() });

describe('a board of any job', () => {
  it('reads each of its metrics in one panel and no other, in expressions that are PromQL', () => {
    fc.assert(
      fc.property(names, metadata, scope, fc.constantFrom(null, 'code', 'instance'), (known, told, within, by) => {
        const board = boardFor(known, told, within, by);
        const panels = board.rows.flatMap((row) => row.panels);
        const reads = panels.map((panel) => {
          const found = panel.queries.map(({ expr }) => readIn(parse(asAsked(expr))));
          expect(new Set(found.flatMap(({ jobs }) => jobs))).toEqual(new Set([within.job]));
          return [...new Set(found.flatMap(({ metrics }) => metrics))];
        });
        expect(reads.flat().sort()).toEqual([...known].sort());
        const exprs = panels.flatMap((panel) => panel.queries.map(({ expr }) => expr));
        expect(new Set(exprs).size).toBe(exprs.length);
      }),
      { numRuns: 150 },
    );
  });

  it.each(['__proto__', 'constructor', 'on', 'Bool', 'inf', 'group_left', 'sum', 'by', 'rate', 'a b'])(
    'reads a metric named %s',
    (name) => {
      const board = boardFor([name, 'http'], {}, { job: 'api', byInstance: false }, null);
      const exprs = board.rows.flatMap((row) => row.panels.flatMap((panel) => panel.queries.map(({ expr }) => expr)));
      const read = exprs.flatMap((expr) => readIn(parse(asAsked(expr))).metrics);
      expect(new Set(read)).toEqual(new Set([name, 'http']));
    },
  );

  it('is a file that says a unit where the default is another', () => {
    const board = boardFor(['x_count', 'x_sum'], {}, { job: 'j', byInstance: false }, null);
    expect(dashboardYaml(board)).toContain('unit: short');
  });

  it('is a file that reads back as the same board', () => {
    fc.assert(
      fc.property(names, metadata, scope, (known, told, within) => {
        const board = boardFor(known, told, within, 'code');
        expect(v.parse(dashboardSchema, parseYaml(dashboardYaml(board)))).toEqual(board);
      }),
    );
  });

  it('samples any metrics with PromQL', () => {
    fc.assert(
      fc.property(names, scope, (known, { job }) => {
        expect(() => parse(sampleOf(job, known, 40))).not.toThrow();
      }),
    );
  });

  const oneOf = (name: string, kind: string, by: string | null = null) => {
    const board = boardFor(
      [name],
      { [name]: [{ type: kind, help: '', unit: '' }] },
      { job: 'j', byInstance: false },
      by,
    );
    const [panel] = board.rows[0]?.panels ?? [];
    return [panel?.kind, panel?.unit, panel?.queries[0]?.expr];
  };
  it.each([
    [
      oneOf('x_requests_total', 'counter'),
      ['timeseries', 'reqps', 'sum(rate(x_requests_total{job="j"}[$__rate_interval]))'],
    ],
    [oneOf('x_bytes', 'gauge', 'zone'), ['timeseries', 'bytes', 'sum by (zone) (x_bytes{job="j"})']],
    [oneOf('x_ratio', 'gauge', 'zone'), ['timeseries', 'percentunit', 'avg by (zone) (x_ratio{job="j"})']],
    [oneOf('x_info', 'gauge'), ['table', 'short', 'x_info{job="j"}']],
    [
      oneOf('x_start_time_seconds', 'gauge'),
      ['stat', 'dtdurations', 'time() - max(x_start_time_seconds{job="j"} > 0)'],
    ],
    [oneOf('x_cert_expiry', 'gauge'), ['stat', 'dtdurations', 'min(x_cert_expiry{job="j"} > 0) - time()']],
    [oneOf('x.y', 'gauge'), ['timeseries', 'short', 'sum({__name__="x.y", job="j"})']],
    [
      oneOf('x_seconds', 'histogram'),
      ['timeseries', 's', 'histogram_quantile(0.5, sum(rate(x_seconds{job="j"}[$__rate_interval])))'],
    ],
    [oneOf('up', 'gauge'), ['stat', 'short', 'sum(up{job="j"})']],
  ])('draws %j', (drawn, expected) => {
    expect(drawn).toEqual(expected);
  });

  it('draws a histogram as a heatmap, and its rate with the mean on an axis of its own', () => {
    const board = boardFor(['x_bucket', 'x_count', 'x_sum'], {}, { job: 'j', byInstance: true }, 'code');
    const [heatmap, rate] = board.rows[0]?.panels ?? [];
    expect([heatmap?.kind, heatmap?.queries[0]?.expr]).toEqual([
      'heatmap',
      'sum by (le) (rate(x_bucket{job="j", instance=~"$instance"}[$__rate_interval]))',
    ]);
    expect(rate?.queries.map(({ legend }) => legend?.en)).toEqual(['{{code}}', 'mean']);
    expect(board.variables).toMatchObject([{ name: 'instance', query: 'label_values(up{job="j"}, instance)' }]);
  });
});
