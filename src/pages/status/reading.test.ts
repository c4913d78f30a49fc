import { expect, it } from 'vitest';
import type { TsdbStatus } from '../../prometheus/types.ts';
import { readDatabase } from './reading.ts';

const quiet: TsdbStatus = {
  head: { seriesCount: 20_000, chunkCount: 40_000, minTime: 0, maxTime: 3 * 3_600_000 },
  seriesToday: null,
  seriesCountByMetricName: [{ name: 'http_requests_total', value: 3000 }],
  labelValueCountByLabelName: [
    { name: '__name__', value: 4000 },
    { name: 'instance', value: 300 },
  ],
  memoryInBytesByLabelName: [],
  seriesCountByLabelValuePair: [],
};

it.each<[string, Partial<TsdbStatus>, object[]]>([
  ['a quiet server', {}, []],
  [
    'a label that is an id',
    { labelValueCountByLabelName: [{ name: 'session_id', value: 12_000 }] },
    [{ kind: 'label', name: 'session_id', values: 12_000 }],
  ],
  [
    'a metric with a quarter of all series',
    { seriesCountByMetricName: [{ name: 'big', value: 5000 }] },
    [{ kind: 'metric', name: 'big', series: 5000, share: 0.25 }],
  ],
  [
    'a small server whose one metric is large only in share',
    {
      head: { seriesCount: 100, chunkCount: 100, minTime: 0, maxTime: 1 },
      seriesCountByMetricName: [{ name: 'a', value: 90 }],
    },
    [],
  ],
  [
    'a head that is not cut',
    { head: { seriesCount: 20_000, chunkCount: 1, minTime: 0, maxTime: 6 * 3_600_000 } },
    [{ kind: 'longHead', age: 6 * 3_600_000 }],
  ],
  ['a server that tells no head', { head: null, seriesCountByMetricName: [{ name: 'a', value: 9000 }] }, []],
  [
    'a server that counts the series of a day',
    { head: null, seriesToday: 18_000, seriesCountByMetricName: [{ name: 'a', value: 9000 }] },
    [{ kind: 'metric', name: 'a', series: 9000, share: 0.5 }],
  ],
])('reads the database: %s', (_name, more, remarks) => {
  expect(readDatabase({ ...quiet, ...more })).toEqual(remarks);
});
