import { describe, expect, it } from 'vitest';
import { countLabels, describeMetrics, searchMetrics } from './metrics.ts';
import { selectorOf, selectorWith } from './selectors.ts';

const told = (type: string, help = '', unit = '') => [{ type, help, unit }];
const metrics = describeMetrics(['up', 'http_seconds_bucket', 'http_seconds_count', 'jobs_total', 'a_http'], {
  up: told('gauge', 'Whether the target is there'),
  http_seconds: told('histogram', 'Latency', 'seconds'),
  jobs: told('counter'),
});
const named = (text: string) => searchMetrics(metrics, text).map(({ name }) => name);

describe('metrics', () => {
  it('are described by their family, in the order of their names', () => {
    expect(metrics.map(({ name, type, samples }) => [name, type, samples])).toEqual([
      ['a_http', '', 'unknown'],
      ['http_seconds_bucket', 'histogram', 'counter'],
      ['http_seconds_count', 'histogram', 'counter'],
      ['jobs_total', 'counter', 'unknown'],
      ['up', 'gauge', 'gauge'],
    ]);
  });

  it.each([
    ['http', ['http_seconds_bucket', 'http_seconds_count', 'a_http']],
    ['latency count', ['http_seconds_count']],
    ['COUNTER', ['jobs_total']],
    ['nothing', []],
  ])('are found by %s', (text, expected) => expect(named(text)).toEqual(expected));

  it('have their values counted, the most frequent first', () => {
    const series = [
      { __name__: 'up', job: 'a', zone: 'x' },
      { __name__: 'up', job: 'b', zone: 'y' },
      { __name__: 'up', job: 'b' },
    ];
    expect(countLabels(series)).toEqual([
      {
        label: 'job',
        values: [
          { value: 'b', series: 2 },
          { value: 'a', series: 1 },
        ],
      },
      {
        label: 'zone',
        values: [
          { value: 'x', series: 1 },
          { value: 'y', series: 1 },
        ],
      },
    ]);
  });

  it('are selected by names and values of any characters', () => {
    expect(selectorOf('up')).toBe('up');
    expect(selectorOf('http.requests')).toBe('{"http.requests"}');
    expect(selectorWith('up', 'job', 'a"\\')).toBe('up{job="a\\"\\\\"}');
    expect(selectorWith('http.x', 'a b', '1')).toBe('{"http.x", "a b"="1"}');
  });
});
