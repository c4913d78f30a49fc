import { expect, it } from 'vitest';
import type { Target } from '../../model/target.ts';
import { type EmptyFindings, emptyReason } from './emptyReason.ts';

const end = 1_700_000_000_000;
const labels = { job: 'streaming', instance: 'streaming:8001' };
const target: Target = {
  health: 'down',
  labels,
  discoveredLabels: {},
  scrapePool: 'streaming',
  scrapeUrl: 'http://streaming:8001/metrics',
  lastError: 'connection refused',
  lastScrape: end,
  lastScrapeDuration: 1,
  scrapeInterval: 15_000,
  scrapeTimeout: 10_000,
};
const findings = (changes: Partial<EmptyFindings>): EmptyFindings => ({
  names: ['m'],
  known: new Set(['m']),
  selectors: [{ text: 'm{a="b"}', newest: end, labels }],
  down: [],
  targets: [],
  end,
  scrapeInterval: 15_000,
  windows: [],
  ...changes,
});
const seldom: Target = { ...target, health: 'up', scrapeInterval: 30_000 };
/** Samples that a window must hold. */
const [one, two] = [1, 2] as const;
const endedAt = end - 3_600_000;

it.each([
  {
    name: 'the metric is not there',
    given: { known: new Set<string>() },
    reason: { kind: 'no-metric', names: ['m'] },
  },
  {
    name: 'no series fits the filters',
    given: { selectors: [{ text: 'm{a="b"}', newest: null, labels: {} }] },
    reason: { kind: 'no-match', selector: 'm{a="b"}' },
  },
  {
    name: 'the series ended',
    given: { selectors: [{ text: 'm', newest: endedAt, labels }] },
    reason: { kind: 'ended', at: endedAt },
  },
  {
    name: 'the series ended because its target is down',
    given: { selectors: [{ text: 'm', newest: endedAt, labels }], down: [labels], targets: [target] },
    reason: { kind: 'down', at: endedAt, instance: 'streaming:8001', error: 'connection refused' },
  },
  {
    name: 'another instance of the job is down',
    given: {
      selectors: [{ text: 'm', newest: endedAt, labels }],
      down: [{ ...labels, instance: 'other:8001' }],
    },
    reason: { kind: 'ended', at: endedAt },
  },
  {
    name: 'a rate over too few samples',
    given: { windows: [{ length: 15_000, needs: two }] },
    reason: { kind: 'too-short', scrapeInterval: 15_000, window: 15_000, needed: 60_000 },
  },
  {
    name: 'a rate over too few samples of a job that is scraped seldom',
    given: {
      windows: [{ length: 30_000, needs: two }],
      targets: [seldom],
    },
    reason: { kind: 'too-short', scrapeInterval: 30_000, window: 30_000, needed: 120_000 },
  },
  {
    name: 'an average over less than a scrape',
    given: { windows: [{ length: 10_000, needs: one }] },
    reason: { kind: 'too-short', scrapeInterval: 15_000, window: 10_000, needed: 60_000 },
  },
  {
    name: 'a comparison of a rate over enough samples',
    given: { windows: [{ length: 60_000, needs: two }] },
    reason: { kind: 'filtered-out' },
  },
  { name: 'a comparison lets nothing through', given: {}, reason: { kind: 'filtered-out' } },
  { name: 'an expression that reads no metric', given: { names: [], selectors: [] }, reason: { kind: 'unknown' } },
])('$name', ({ given, reason }) => {
  expect(emptyReason(findings(given))).toEqual(reason);
});
