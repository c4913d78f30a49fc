import { describe, expect, it } from 'vitest';
import { familiesOf, type Metadata } from './families.ts';

const declared = (types: Readonly<Record<string, string>>): Metadata =>
  Object.fromEntries(Object.entries(types).map(([name, type]) => [name, [{ type, help: `About ${name}.`, unit: '' }]]));

const kinds = (names: readonly string[], metadata: Metadata = {}) =>
  familiesOf(names, metadata).map(({ name, kind, metrics }) => [name, kind, ...metrics]);

describe('families', () => {
  it.each([
    ['a counter', 'x_total', { x_total: 'counter' }, 'counter'],
    ['a counter that OpenMetrics declares without its suffix', 'x_total', { x: 'counter' }, 'counter'],
    ['a counter by its name', 'x_total', {}, 'counter'],
    ['a gauge that is called like a counter', 'x_total', { x_total: 'gauge' }, 'gauge'],
    ['a counter that is not called like one', 'x', { x: 'counter' }, 'counter'],
    ['a gauge', 'x', { x: 'gauge' }, 'gauge'],
    ['what nobody declares', 'x', {}, 'gauge'],
    ['an untyped metric', 'x_total', { x_total: 'untyped' }, 'counter'],
    ['information', 'x_info', { x_info: 'gauge' }, 'info'],
    ['information that OpenMetrics declares without its suffix', 'x_info', { x: 'info' }, 'info'],
    ['a moment', 'process_start_time_seconds', { process_start_time_seconds: 'gauge' }, 'moment'],
    ['a moment by its name', 'x_last_run_timestamp_seconds', {}, 'moment'],
    ['when a counter began', 'x_created', { x: 'counter' }, 'moment'],
    ['a duration that is called a time', 'x_response_time_seconds', {}, 'gauge'],
    ['time that is counted', 'x_last_time_seconds', { x_last_time_seconds: 'counter' }, 'counter'],
    ['a native histogram', 'x', { x: 'histogram' }, 'native-histogram'],
    ['quantiles without sum and count', 'x', { x: 'summary' }, 'summary'],
  ])('know %s', (_, name, types, kind) => {
    expect(kinds([name], declared(types))).toEqual([[name, kind, name]]);
  });

  it.each([
    [
      'a histogram',
      ['x_bucket', 'x_count', 'x_sum'],
      { x: 'histogram' },
      [['x', 'histogram', 'x_bucket', 'x_sum', 'x_count']],
    ],
    ['a histogram by its names', ['x_bucket', 'x_count'], {}, [['x', 'histogram', 'x_bucket', 'x_count']]],
    ['a summary', ['x', 'x_count', 'x_sum'], { x: 'summary' }, [['x', 'summary', 'x', 'x_sum', 'x_count']]],
    ['a summary without quantiles by its names', ['x_count', 'x_sum'], {}, [['x', 'summary', 'x_sum', 'x_count']]],
    [
      'a histogram of what is now',
      ['x_bucket', 'x_gcount', 'x_gsum'],
      { x: 'gaugehistogram' },
      [['x', 'gauge-histogram', 'x_bucket', 'x_gsum', 'x_gcount']],
    ],
    [
      'metrics that only look like parts',
      ['s3_bucket', 'x_count', 'x_sum'],
      { s3_bucket: 'gauge', x_count: 'gauge', x_sum: 'gauge' },
      [
        ['s3_bucket', 'gauge', 's3_bucket'],
        ['x_count', 'gauge', 'x_count'],
        ['x_sum', 'gauge', 'x_sum'],
      ],
    ],
    [
      'a histogram that is native and classic',
      ['x', 'x_bucket', 'x_count'],
      { x: 'histogram' },
      [
        ['x', 'histogram', 'x_bucket', 'x_count'],
        ['x', 'native-histogram', 'x'],
      ],
    ],
  ])('put together %s', (_, names, types, expected) => {
    expect(kinds(names, declared(types))).toEqual(expected);
  });

  it('carry what is declared of them', () => {
    const [family] = familiesOf(['x_bytes_total'], { x_bytes: [{ type: 'counter', help: 'Sent.', unit: 'bytes' }] });
    expect(family).toMatchObject({ help: 'Sent.', unit: 'bytes' });
  });

  it('have ids that differ, whatever their names', () => {
    const families = familiesOf(['a.b', 'a-b', 'a-b-rate', 'é', 'ü', '日本'], {});
    expect(families.map(({ name, id }) => `${name} ${id}`)).toEqual([
      'a-b a-b',
      'a-b-rate a-b-rate-2',
      'a.b a-b-2',
      'é metric',
      'ü metric-2',
      '日本 metric-3',
    ]);
  });
});
