import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateInstant } from '../../promql/evaluate.ts';
import { makeMatcher } from '../../promql/matchers.ts';
import type { SampleStore } from '../types.ts';
import { createRules } from './rules.ts';
import { minute, pointsStore } from './testing.ts';

const length = 100;

interface Case {
  /** Of each series, whether it is 0 (and so an alert), 1, or absent, minute by minute. */
  readonly series: readonly (readonly (number | null)[])[];
  /** Minutes. */
  readonly hold: number;
  readonly keep: number;
}

/** Points in runs, so that states last. */
const points = fc
  .array(fc.tuple(fc.constantFrom(0, 0, 1, null), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 12 })
  .map((runs) => runs.flatMap(([value, times]) => new Array<number | null>(times).fill(value)).slice(0, length));

const cases: fc.Arbitrary<Case> = fc.record({
  series: fc.array(points, { minLength: 1, maxLength: 3 }),
  hold: fc.integer({ min: 0, max: 40 }),
  keep: fc.constantFrom(0, 0, 1, 5, 45),
});

function storeOf({ series }: Case): SampleStore {
  const labelled = series.map((all, i) => ({ labels: { __name__: 'x', i: String(i) }, points: all }));
  return pointsStore(labelled, minute);
}

function rulesOf({ hold, keep, ...rest }: Case) {
  const rule = `{ alert: A, expr: x == 0, for: ${hold}m, keep_firing_for: ${keep}m }`;
  const content = `groups: [{ name: g, interval: 1m, rules: [${rule}, { record: y, expr: x + 1 }] }]`;
  return createRules([{ path: 'f', content }], storeOf({ hold, keep, ...rest }), { start: 0 });
}

/** What alerts there are after each evaluation, one evaluation after the other, as Prometheus goes about it. */
function stepByStep(one: Case): string[] {
  const store = storeOf(one);
  const active = new Map<string, { state: string; since: number; kept: number }>();
  return Array.from({ length }, (_, now) => {
    const result = evaluateInstant('x == 0', now * minute, store);
    const seen = new Set(result.type === 'vector' ? result.series.map(({ labels }) => labels.i ?? '') : []);
    for (const i of seen) if (!active.has(i)) active.set(i, { state: 'pending', since: now, kept: -1 });
    for (const [i, alert] of active) {
      if (seen.has(i)) {
        alert.kept = -1;
        if (now - alert.since >= one.hold) alert.state = 'firing';
      } else {
        if (alert.kept < 0) alert.kept = now;
        if (alert.state === 'pending' || now - alert.kept >= one.keep) active.delete(i);
      }
    }
    return describeAlerts([...active].map(([i, { state, since }]) => `${i} ${state} since ${since}`));
  });
}

const describeAlerts = (alerts: readonly string[]): string => alerts.toSorted().join(', ');

describe('alerts followed through chunks', () => {
  it('are those that evaluation after evaluation gives, in whichever order they are asked for', () => {
    const order = fc.shuffledSubarray(Array.from({ length }, (_, i) => i));
    const property = fc.property(cases, order, (one, minutes) => {
      const rules = rulesOf(one);
      const expected = stepByStep(one);
      for (const now of minutes) {
        const [rule] = rules.groupsAt(now * minute)[0]?.rules ?? [];
        const alerts = rule?.type === 'alerting' ? rule.alerts : [];
        const found = alerts.map(({ labels, state, activeAt }) => `${labels.i} ${state} since ${activeAt / minute}`);
        expect(`${now}: ${describeAlerts(found)}`).toBe(`${now}: ${expected[now]}`);
      }
    });
    fc.assert(property, { numRuns: 60 });
  });

  it('have the same series over any part of a time as over the whole', () => {
    const minutes = fc.integer({ min: 0, max: length });
    const names = fc.constantFrom('ALERTS', 'ALERTS_FOR_STATE', 'y');
    const property = fc.property(cases, minutes, minutes, names, (one, a, b, name) => {
      const matchers = [makeMatcher('__name__', '=', name)];
      const [from, to] = a < b ? [a * minute, b * minute] : [b * minute, a * minute];
      const part = [...rulesOf(one).store.select(matchers, from, to)];
      const whole = [...rulesOf(one).store.select(matchers, 0, length * minute)];
      const cut = whole.flatMap(({ labels, times, values, stale }) => {
        const samples = Array.from(times, (time, i) => [time, stale?.[i] === 1 ? 'stale' : values[i]] as const);
        const inside = samples.filter(([time]) => time >= from && time <= to);
        return inside.length > 0 ? [{ labels, samples: inside }] : [];
      });
      const found = part.map(({ labels, times, values, stale }) => ({
        labels,
        samples: Array.from(times, (time, i) => [time, stale?.[i] === 1 ? 'stale' : values[i]]),
      }));
      expect(found).toEqual(expect.arrayContaining(cut));
      expect(found).toHaveLength(cut.length);
    });
    fc.assert(property, { numRuns: 60 });
  });
});
