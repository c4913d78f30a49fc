import { describe, expect, it } from 'vitest';
import type { Labels } from '../../../src/model/labels.ts';
import type { FleetTarget } from '../../fleet/types.ts';
import { scrapedLabels, seriesByTarget } from './series.ts';

const plain: FleetTarget = { job: 'j', instance: 'i', metricsPath: '/metrics', families: [], isUpAt: () => true };

describe('the labels of a sample', () => {
  const cases: readonly (readonly [case_: string, own: Labels, honorLabels: boolean, expected: Labels])[] = [
    ['get job and instance', { a: '1' }, false, { a: '1', job: 'j', instance: 'i' }],
    ['lose empty ones', { a: '' }, false, { job: 'j', instance: 'i' }],
    ['are renamed where they collide', { job: 'x' }, false, { exported_job: 'x', job: 'j', instance: 'i' }],
    [
      'are renamed again where that collides too',
      { job: 'x', exported_job: 'y' },
      false,
      { exported_exported_job: 'x', exported_job: 'y', job: 'j', instance: 'i' },
    ],
    ['win where they are honored', { job: 'x', instance: 'z' }, true, { job: 'x', instance: 'z' }],
    ['take a label away where they are honored and empty', { job: 'x', instance: '' }, true, { job: 'x' }],
    ['are the target’s where they are honored and absent', {}, true, { job: 'j', instance: 'i' }],
  ];

  it.each(cases)('%s', (_, own, honorLabels, expected) => {
    const labels = scrapedLabels({ name: 'm', labels: own }, { ...plain, honorLabels });
    expect(labels).toEqual({ ...expected, __name__: 'm' });
  });
});

it('the labels of a sample get what the scrape configuration puts on, which wins too', () => {
  const labels = scrapedLabels(
    { name: 'm', labels: { env: 'x' } },
    { ...plain, labels: { env: 'prod', service: 's' } },
  );
  const expected = { env: 'prod', exported_env: 'x', service: 's', job: 'j', instance: 'i', __name__: 'm' };
  expect(labels).toEqual(expected);
});

describe('the series of a target', () => {
  const rising = {
    name: 'm',
    labels: {},
    valueAt: (time: number) => (time >= 60_000 ? 1 : null),
  };
  const target: FleetTarget = {
    ...plain,
    families: [{ name: 'm', help: '', type: 'gauge', series: [rising, { ...rising, labels: { a: 'b' } }] }],
    isUpAt: (time) => time < 90_000,
  };

  it('tell of each scrape, also of one that failed', () => {
    const [series = []] = seriesByTarget([target], 15_000);
    const at = (time: number) =>
      Object.fromEntries(
        series
          .filter(({ whileDown, labels }) => whileDown && labels.__name__ !== 'scrape_duration_seconds')
          .map(({ labels, valueAt }) => [labels.__name__, valueAt(time)]),
      );
    const notes = (up: number, samples: number, added: number) => ({
      up,
      scrape_samples_scraped: samples,
      scrape_samples_post_metric_relabeling: samples,
      scrape_series_added: added,
    });
    expect(at(45_000)).toEqual(notes(1, 0, 0));
    expect(at(60_000)).toEqual(notes(1, 2, 2));
    expect(at(75_000)).toEqual(notes(1, 2, 0));
    expect(at(90_000)).toEqual(notes(0, 0, 0));
  });

  it('are numbered through all targets, and of equal ones only the first stays', () => {
    const both = seriesByTarget([target, { ...target, metricsPath: '/again' }, { ...target, instance: 'k' }], 15_000);
    expect(both.map((series) => series.map(({ id }) => id))).toEqual([
      [0, 1, 2, 3, 4, 5, 6],
      [],
      [7, 8, 9, 10, 11, 12, 13],
    ]);
  });
});
