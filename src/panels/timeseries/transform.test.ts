import { describe, expect, it } from 'vitest';
import type { Series } from '../../model/frame.ts';
import { rangeFrame, seriesOf } from '../../testing/frames.ts';
import { noon, panelEnvironment } from '../../testing/panelProps.ts';
import type { PanelResult } from '../contract.ts';
import { decodeOptions } from './options.ts';
import { toChart, toLegend } from './transform.ts';

const result = (series: readonly Series[], query: Partial<PanelResult['query']> = {}): PanelResult => ({
  query: { expr: 'up', ...query },
  frame: rangeFrame(series, noon, 15_000),
});
const jobs = (...names: string[]) => names.map((job, i) => seriesOf([i], { job, site: 'north' }));
const chart = (
  results: readonly PanelResult[],
  options: object = {},
  given: Parameters<typeof panelEnvironment>[0] = {},
) => toChart(results, decodeOptions(options), panelEnvironment(given));
const names = (...given: Parameters<typeof chart>) => chart(...given).series.map(({ name }) => name);

describe('the series of a chart', () => {
  it.each([
    ['what tells them apart', [result(jobs('ai', 'backend'))], ['ai', 'backend']],
    ['the panel when there is one', [result(jobs('ai'))], ['Load']],
    ['their legend', [result(jobs('ai'), { legend: { en: '{{job}} at {{site}}', 'pt-BR': '' } })], ['ai at north']],
    [
      'each their own way over several queries',
      [result(jobs('ai', 'backend')), result(jobs('x'), { legend: { en: 'all', 'pt-BR': '' } })],
      ['ai', 'backend', 'all'],
    ],
  ])('are named by %s', (_, results, expected) => expect(names(results, {}, { title: 'Load' })).toEqual(expected));

  it('keep their keys when others join them', () => {
    const keys = (...of: string[]) => chart([result(jobs(...of))]).series.map(({ key }) => key);
    expect(keys('ai', 'backend', 'streaming')).toEqual(expect.arrayContaining(keys('ai', 'backend')));
  });

  it('shade the time in which they are not 0 where an override says so, and are no lines then', () => {
    const fired = result([seriesOf([null, 1, 1, 0, 1], { alertname: 'Hot' })], { id: 'firing' });
    const { series, bands } = chart([result(jobs('ai')), fired], { overrides: [{ match: 'firing', band: true }] });
    expect(series).toHaveLength(1);
    const step = 15_000;
    const { times } = fired.frame;
    expect(bands).toEqual([
      { from: times[1], to: Number(times[2]) + step, tone: 'critical' },
      { from: times[4], to: Number(times[4]) + step, tone: 'critical' },
    ]);
  });

  it('have the color of their slot', () => {
    const { series } = chart([result(jobs('ai', 'backend'))], {}, { colorSlots: () => [4, 9] });
    expect(series.map(({ token, dash }) => [token, dash.length > 0])).toEqual([
      ['--series-5', false],
      ['--series-2', true],
    ]);
  });

  it.each([
    ['by name', 'a.'],
    ['by query', 'load'],
  ])('are overridden %s, the last match winning key by key', (_, match) => {
    const overrides = [
      { match, axis: 'right', unit: 'bytes', draw: 'bars' },
      { match, draw: 'points', tone: 'critical', negativeY: true, dashed: true },
      { match: 'a', draw: 'area' },
    ];
    const { series, right } = chart([result(jobs('ai', 'backend'), { id: 'load' })], { overrides });
    expect(series[0]).toMatchObject({
      side: 'right',
      draw: 'points',
      token: '--critical',
      mirrored: true,
      dash: [6, 3],
    });
    expect(series[0]?.figures.unit).toBe('bytes');
    expect(right.unit).toBe('bytes');
  });

  it('stand on their own beside a stack where an override says so', () => {
    const options = { stack: 'normal', draw: 'area', overrides: [{ match: 'limit', stack: false, draw: 'line' }] };
    const { series } = chart([result(jobs('ai', 'backend', 'limit'))], options);
    expect(series.map(({ stacked, fill }) => [stacked, fill])).toEqual([
      [true, 0.35],
      [true, 0.35],
      [false, 0.13],
    ]);
  });

  it('are not turned down on a logarithmic axis', () => {
    const options = { scale: 'log', overrides: [{ match: 'ai', negativeY: true }] };
    expect(chart([result(jobs('ai', 'b'))], options).series[0]?.mirrored).toBe(false);
  });
});

describe('the axes of a chart', () => {
  it('are shares in a stack of percents, downwards too where series are', () => {
    const results = [result(jobs('ai', 'backend'))];
    expect(chart(results, { stack: 'percent', unit: 'reqps' }).left).toMatchObject({
      unit: 'percentunit',
      min: 0,
      max: 1,
    });
    const overrides = [{ match: 'ai', negativeY: true }];
    expect(chart(results, { stack: 'percent', overrides }).left).toMatchObject({ min: -1, max: 1 });
  });
});

describe('the legend', () => {
  it.each([
    [
      'a table under a wide chart',
      3,
      { width: 600, height: 240 },
      {},
      { mode: 'table', columns: ['last', 'min', 'mean', 'max'] },
    ],
    ['a list under a smaller one', 3, { width: 300, height: 240 }, {}, { mode: 'list', columns: [] }],
    ['nothing under a small one', 3, { width: 600, height: 120 }, {}, { mode: 'none', columns: [] }],
    ['nothing under a single series', 1, { width: 600, height: 240 }, {}, { mode: 'none', columns: [] }],
    [
      'what is asked for',
      1,
      { width: 100, height: 100 },
      { legend: 'list', legendColumns: ['sum'] },
      { mode: 'list', columns: ['sum'] },
    ],
  ])('is %s', (_, count, size, options, expected) =>
    expect(toLegend(decodeOptions(options), count, size)).toEqual(expected),
  );
});

describe('options', () => {
  it.each([[{ overrides: [{ match: '(' }] }], [{ stack: 'sideways' }], [{ lineWidth: 0 }], [{ colour: 'red' }]])(
    '%j are refused',
    (options) => expect(() => decodeOptions(options)).toThrow(),
  );
});
