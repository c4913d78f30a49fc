import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFleet } from '../../fleet/fleet.ts';
import type { FleetTarget } from '../../fleet/types.ts';
import { evaluateInstant, evaluateRange } from '../../promql/evaluate.ts';
import type { SeriesSource } from '../../promql/values.ts';
import { createStore } from './store.ts';
import { restlessFleet } from './testing.ts';

const minute = 60_000;
const hour = 60 * minute;
const midnight = Date.UTC(2025, 5, 11);

/** Within the times that are asked for: samples after it do not exist yet. */
const now = midnight + 5 * hour + 7_654;

function upToNow(source: SeriesSource): SeriesSource {
  return { select: (matchers, from, to, hint) => source.select(matchers, from, Math.min(to, now), hint) };
}

/** A source that is told nothing of what will be read. */
function unaware(source: SeriesSource): SeriesSource {
  return { select: (matchers, from, to) => source.select(matchers, from, to) };
}

/** Of one name each, as names are dropped by functions. */
const selectors = [
  'jobs_total',
  'jobs_total{pod!="one"}',
  'jobs_total{pod="never"}',
  'depth',
  '{__name__="depth", job=~"a.+"}',
  'depth{pod="rare", instance=~"b|c"}',
  'up',
  'scrape_samples_scraped',
];

/** What is asked of a selector: the newest sample, its time, or a window. */
const shapes: readonly ((selector: string, window: string, shift: string) => string)[] = [
  (selector, _, shift) => `${selector}${shift}`,
  (selector, _, shift) => `timestamp(${selector}${shift})`,
  (selector, window, shift) => `count_over_time(${selector}[${window}]${shift})`,
  (selector, window, shift) => `last_over_time(${selector}[${window}]${shift})`,
  (selector, window, shift) => `increase(${selector}[${window}]${shift})`,
  (selector, window) => `max_over_time((${selector})[${window}:50s])`,
  (selector) => `absent(${selector})`,
];

function sameAnswers(targets: readonly FleetTarget[], from: readonly string[], markers: boolean): void {
  const aware = upToNow(createStore(targets, { markers }));
  const plain = unaware(upToNow(createStore(targets, { markers })));
  const text = fc
    .tuple(
      fc.constantFrom(...shapes),
      fc.constantFrom(...from),
      fc.constantFrom('20s', '1m', '5m', '17m'),
      fc.constantFrom('', ' offset 3m', ' offset -2m', ` @ ${(midnight + 186 * minute) / 1000}`, ' @ end()'),
    )
    .map(([shape, selector, window, shift]) => shape(selector, window, shift));
  const range = fc.record({
    start: fc.integer({ min: midnight, max: midnight + 6 * hour }),
    step: fc.constantFrom(7_000, 15_000, minute, 6 * minute, hour + 1),
    count: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(
    fc.property(text, range, (expression, { start, step, count }) => {
      const query = { start, end: start + (count - 1) * step, step };
      expect(evaluateRange(expression, query, aware)).toEqual(evaluateRange(expression, query, plain));
      expect(evaluateInstant(expression, start, aware)).toEqual(evaluateInstant(expression, start, plain));
    }),
    { numRuns: 100 },
  );
}

describe('a hint of what will be read changes no answer', () => {
  it.each([
    ['with markers', true],
    ['without markers', false],
  ])('where targets go down and series vanish, %s', (_, markers) => {
    sameAnswers(restlessFleet(), selectors, markers);
  });

  it('around the incidents of the fleet', () => {
    const incidents = ['rabbitmq_queues', 'paths{name="camera-30"}', 'gtvision_active_streams', 'up{job="rabbitmq"}'];
    sameAnswers(createFleet({ only: ['gt-vision'] }), incidents, true);
  });
});

describe('a hint', () => {
  it('saves computing what nobody reads', () => {
    let asked = 0;
    const counted = restlessFleet().map((target) => ({
      ...target,
      families: target.families.map((family) => ({
        ...family,
        series: family.series.map((series) => ({ ...series, valueAt: () => ++asked, presentAt: () => true })),
      })),
    }));
    const week = { start: midnight, end: midnight + 168 * hour, step: hour };
    evaluateRange('jobs_total', week, createStore(counted));
    // Three targets with three such series.
    expect(asked).toBeLessThanOrEqual(9 * 169);
  });
});
