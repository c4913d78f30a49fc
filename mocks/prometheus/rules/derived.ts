import type { Labels } from '../../../src/model/labels.ts';
import { labelsKey } from '../../../src/model/labels.ts';
import { metricName } from '../../promql/labels.ts';
import type { Matcher } from '../../promql/matchers.ts';
import type { ReadHint, SeriesSource, StoredSeries } from '../../promql/values.ts';
import type { SampleStore } from '../types.ts';
import type { RuleDefinition } from './definition.ts';
import { chunksRead, type Subject } from './evaluations.ts';
import { SeriesCollector } from './series.ts';

/** A rule whose series can be read. */
export interface DerivedRule {
  readonly subject: Subject;
  /** Writes the samples of a chunk. */
  collect(collector: SeriesCollector, chunk: number): void;
}

/** A selection that takes more chunks, of all rules together, is refused: it would take minutes. */
const maxChunks = 10_000;

/** What is known of the labels of a rule's series before it is evaluated. */
function certainLabels({ type, name, labels }: RuleDefinition): Labels[] {
  if (type === 'recording') return [{ ...labels, [metricName]: name }];
  const plain = Object.entries(labels).filter(([, text]) => !text.includes('{{'));
  const certain = { ...Object.fromEntries(plain), alertname: name };
  return ['ALERTS', 'ALERTS_FOR_STATE'].map((metric) => {
    const { alertstate: _, ...others }: Labels = certain;
    return { ...(metric === 'ALERTS' ? others : certain), [metricName]: metric };
  });
}

/** Whether a selector may find series of a rule, as far as that is known without evaluating it. */
function mayFind(rule: RuleDefinition, matchers: readonly Matcher[]): boolean {
  return certainLabels(rule).some((labels) =>
    matchers.every((matcher) => !Object.hasOwn(labels, matcher.name) || matcher.matches(labels[matcher.name] ?? '')),
  );
}

/**
 * For each rule, which others it may read, by position. A rule reads nothing of itself, nor of any that needs it in turn:
 * to Prometheus those are samples of evaluations before, and here there is no first evaluation.
 */
export function visibleTo(rules: readonly RuleDefinition[]): ReadonlySet<number>[] {
  const reads = rules.map(({ selectors }) =>
    [...rules.keys()].filter((other) => selectors.some((matchers) => rules[other] && mayFind(rules[other], matchers))),
  );
  const needs = rules.map((_, rule) => {
    const reached = new Set<number>();
    const visit = (next: number): void => {
      if (reached.has(next)) return;
      reached.add(next);
      reads[next]?.forEach(visit);
    };
    reads[rule]?.forEach(visit);
    return reached;
  });
  return needs.map(
    (needed, rule) => new Set([...needed].filter((other) => other !== rule && !needs[other]?.has(rule))),
  );
}

/** The series of a source and, after them, those of rules. */
export function withDerived(base: SeriesSource, rules: () => readonly DerivedRule[]): SeriesSource {
  return {
    *select(matchers: readonly Matcher[], from: number, to: number, hint?: ReadHint): Generator<StoredSeries> {
      yield* base.select(matchers, from, to, hint);
      yield* derivedSeries(rules(), matchers, { from, to, hint: hint ?? null });
    },
  };
}

interface Reading {
  readonly from: number;
  readonly to: number;
  readonly hint: ReadHint | null;
}

function derivedSeries(
  rules: readonly DerivedRule[],
  matchers: readonly Matcher[],
  { from, to, hint }: Reading,
): Iterable<StoredSeries> {
  const collector = new SeriesCollector(matchers, from, to);
  let left = maxChunks;
  for (const derived of rules) {
    const { rule } = derived.subject;
    if (rule.problem !== null || !mayFind(rule, matchers)) continue;
    const chunks = chunksRead(derived.subject, from, to, hint, left);
    left -= chunks.length;
    for (const chunk of chunks) derived.collect(collector, chunk);
  }
  return collector.series();
}

/** A store with the series of rules added. */
export function storeWithDerived(base: SampleStore, rules: () => readonly DerivedRule[]): SampleStore {
  return {
    ...withDerived(base, rules),
    labelSets(matcherLists, from, to) {
      const found = new Map(base.labelSets(matcherLists, from, to).map((labels) => [labelsKey(labels), labels]));
      for (const matchers of matcherLists.length === 0 ? [[]] : matcherLists) {
        for (const { labels, stale } of derivedSeries(rules(), matchers, { from, to, hint: null })) {
          if (stale?.includes(0) ?? true) found.set(labelsKey(labels), labels);
        }
      }
      return [...found.values()];
    },
  };
}
