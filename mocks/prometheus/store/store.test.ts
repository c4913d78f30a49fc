import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsKey } from '../../../src/model/labels.ts';
import { createFleet } from '../../fleet/fleet.ts';
import type { FleetTarget } from '../../fleet/types.ts';
import { type Matcher, makeMatcher, matchesAll } from '../../promql/matchers.ts';
import type { StoredSeries } from '../../promql/values.ts';
import { createSchedule } from './scrapes.ts';
import { createStore, type StoreOptions } from './store.ts';
import { equal, everySeries, oneByOne, restlessFleet } from './testing.ts';

const minute = 60_000;
const hour = 60 * minute;
const midnight = Date.UTC(2025, 5, 11);
const targets = restlessFleet();

const aMatcher = fc.constantFrom<Matcher>(
  equal('__name__', 'jobs_total'),
  equal('__name__', 'depth'),
  equal('job', 'api'),
  equal('instance', 'b'),
  makeMatcher('pod', '!=', 'one'),
  makeMatcher('__name__', '!~', 'scrape_.*'),
);
const matcherLists = fc.array(aMatcher, { minLength: 1, maxLength: 3 });
const somewhere = fc.integer({ min: midnight, max: midnight + 6 * hour });
const aLength = fc.oneof(fc.integer({ min: 0, max: 20 * minute }), fc.integer({ min: 0, max: 4 * hour }));

/** Samples as text, which compares faster than arrays do. */
function written({ labels, times, values, stale }: StoredSeries): string {
  return `${labelsKey(labels)} ${times} ${values} ${stale}`;
}

describe('a selection', () => {
  it.each<readonly [string, StoreOptions & { readonly markers: boolean }]>([
    ['with markers', { markers: true }],
    ['without markers', { markers: false }],
    ['at another pace', { markers: true, interval: 40_000, phaseOf: () => 17_001 }],
    ['with a small cache', { markers: true, cachedSamples: 1000 }],
  ])('%s is what its scrapes give one by one', (_, options) => {
    const store = createStore(targets, options);
    const every = everySeries(targets, createSchedule(options).interval);
    fc.assert(
      fc.property(matcherLists, somewhere, aLength, (matchers, from, length) => {
        const to = from + length;
        const expected = every
          .filter(([, { labels }]) => matchesAll(matchers, labels))
          .flatMap(([target, series]) => oneByOne(target, series, { from, to }, options) ?? []);
        expect(Array.from(store.select(matchers, from, to), written)).toEqual(expected.map(written));
      }),
      { numRuns: 40 },
    );
  });

  it('and the label sets reach no further back than the first scrape', () => {
    const since = midnight + hour + 1;
    const late = createStore(targets, { since, phaseOf: () => 0 });
    const up = [equal('__name__', 'up')];
    const starts = Array.from(late.select(up, midnight, midnight + 3 * hour), ({ times }) => times[0]);
    expect(Math.min(...starts.map(Number))).toBe(midnight + hour + 15_000);
    expect(late.labelSets([up], midnight, since)).toEqual([]);
    expect(late.labelSets([up], midnight, since + hour).length).toBeGreaterThan(0);
  });

  it('writes one marker where a target goes down, and goes on after it', () => {
    const down = midnight + 186 * minute;
    const matchers = [equal('__name__', 'rabbitmq_queues')];
    const [series] = createStore(createFleet({ only: ['gt-vision'] })).select(
      matchers,
      down - 10 * minute,
      down + 10 * minute,
    );
    expect(series?.stale?.reduce((sum, one) => sum + one, 0)).toBe(1);
    const marker = series?.stale?.indexOf(1) ?? -1;
    const gap = (series?.times[marker + 1] ?? 0) - (series?.times[marker] ?? 0);
    expect(gap).toBe(8 * minute);
    expect(series?.values[marker]).toBeNaN();
  });

  it('computes a sample once', () => {
    let asked = 0;
    const counted: FleetTarget[] = targets.map((target) => ({
      ...target,
      families: target.families.map((family) => ({
        ...family,
        series: family.series.map((series) => ({ ...series, valueAt: () => ++asked })),
      })),
    }));
    const store = createStore(counted);
    const select = () => Array.from(store.select([equal('__name__', 'jobs_total')], midnight, midnight + 3 * hour));
    const first = select();
    const after = asked;
    expect(after).toBeGreaterThan(1000);
    expect(select()).toEqual(first);
    expect(asked).toBe(after);
  });

  it('of too many samples is refused before any is computed', () => {
    const store = createStore(targets, { maxSamples: 1000 });
    const select = (length: number) => [...store.select([equal('__name__', 'up')], midnight, midnight + length)];
    expect(select(hour)).toHaveLength(3);
    expect(() => select(2 * hour)).toThrow(
      expect.objectContaining({
        errorType: 'execution',
        message: 'query processing would load too many samples into memory in query execution',
      }),
    );
  });
});

describe('label sets', () => {
  it('are those of the series with a sample in the range, each once', () => {
    const store = createStore(targets);
    const every = everySeries(targets, createSchedule().interval);
    fc.assert(
      fc.property(fc.array(matcherLists, { maxLength: 3 }), somewhere, aLength, (lists, from, length) => {
        const to = from + length;
        const expected = every
          .filter(([, { labels }]) => lists.length === 0 || lists.some((matchers) => matchesAll(matchers, labels)))
          .filter(([target, series]) => oneByOne(target, series, { from, to }, { markers: false }) !== null)
          .map(([, { labels }]) => labels);
        expect(store.labelSets(lists, from, to)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('need no value of a series that knows when it is there', () => {
    const fleet = restlessFleet().map((target) => ({
      ...target,
      families: target.families
        .filter(({ name }) => name === 'jobs_total')
        .map((family) => ({
          ...family,
          series: family.series.map((series) => ({
            ...series,
            valueAt: () => {
              throw new Error('not to be asked');
            },
          })),
        })),
    }));
    const pods = createStore(fleet)
      .labelSets([[equal('__name__', 'jobs_total')]], midnight, midnight + hour)
      .map(({ pod }) => pod);
    expect(new Set(pods)).toEqual(new Set(['one', 'two']));
  });
});
