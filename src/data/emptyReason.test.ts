import { expect, it } from 'vitest';
import type { Target } from '../model/target.ts';
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
  targets: [],
  end,
  scrapeInterval: 15_000,
  takesRate: false,
  ...changes,
});
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
    given: { selectors: [{ text: 'm', newest: endedAt, labels }], targets: [target] },
    reason: { kind: 'down', at: endedAt, instance: 'streaming:8001', error: 'connection refused' },
  },
  {
    name: 'another instance of the job is down',
    given: {
      selectors: [{ text: 'm', newest: endedAt, labels }],
      targets: [{ ...target, labels: { ...labels, instance: 'other:8001' } }],
    },
    reason: { kind: 'ended', at: endedAt },
  },
  {
    name: 'a rate over too few samples',
    given: { takesRate: true },
    reason: { kind: 'too-short', scrapeInterval: 15_000 },
  },
  { name: 'a comparison lets nothing through', given: {}, reason: { kind: 'filtered-out' } },
  { name: 'an expression that reads no metric', given: { names: [], selectors: [] }, reason: { kind: 'unknown' } },
])('$name', ({ given, reason }) => {
  expect(emptyReason(findings(given))).toEqual(reason);
});
