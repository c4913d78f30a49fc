import { parser } from '@prometheus-io/lezer-promql';
import type { Finding, MetricFacts, Metrics } from './finding.ts';
import { gaugeFunctions, rateFunctions, windowFunctions } from './functions.ts';
import {
  aggregations,
  argumentsOf,
  childrenOf,
  functionName,
  groupingOf,
  inner,
  nodesIn,
  type Selection,
  selectionOf,
  type Tree,
  windowOf,
} from './tree.ts';

interface Lint extends Tree {
  readonly metrics: Metrics;
  /** Milliseconds between two scrapes of what a selector names. */
  readonly scrapeInterval: number;
}

/**
 * Finds what a PromQL text (variables already in) does that Prometheus accepts and that still is a mistake. What it says
 * of metrics it knows from their declared types and their label sets; of a metric that has none it says only that. A text
 * that does not parse has no findings: the server says what is wrong with it.
 * @param scrapeInterval milliseconds
 */
export function lintExpression(text: string, metrics: Metrics, scrapeInterval: number): readonly Finding[] {
  const top = parser.parse(text).topNode;
  const lint: Lint = { text, metrics, scrapeInterval };
  const nodes = nodesIn(top);
  if (nodes.some(({ type }) => type.isError)) return [];
  return nodes.flatMap((node) => {
    const tree = { ...lint, node };
    if (node.name === 'VectorSelector') return unknownMetric(tree);
    if (node.name === 'MatrixSelector') return shortWindow(tree);
    if (node.name === 'FunctionCall') return [...wrongType(tree), ...quantileWithoutLe(tree)];
    return node.name === 'BinaryExpr' ? [...absenceAsZero(tree), ...unmatchedRatio(tree)] : [];
  });
}

type At = Lint & { readonly node: ReturnType<typeof nodesIn>[number] };

const place = ({ node }: At) => ({ from: node.from, to: node.to });

/** The metrics that a selector may mean, with what is known of each. */
function factsOf(lint: Lint, { metric, matchers }: Selection): MetricFacts[] {
  if (metric !== null) return [lint.metrics.get(metric)].filter((facts) => facts !== undefined);
  const named = matchers.filter(({ label }) => label === '__name__');
  if (named.length === 0) return [];
  return [...lint.metrics.values()].filter(({ name }) => named.every((matcher) => matcher.matches(name)));
}

function unknownMetric(at: At): Finding[] {
  const selection = selectionOf(at, at.node);
  const isNamed = selection.metric !== null || selection.matchers.some(({ label }) => label === '__name__');
  if (!isNamed || factsOf(at, selection).length > 0) return [];
  return [{ rule: 'unknown-metric', subject: selection.metric ?? selection.text, ...place(at) }];
}

function shortWindow(at: At): Finding[] {
  const call = at.node.parent?.parent?.name === 'FunctionCall' ? at.node.parent.parent : null;
  const name = call && functionName(at, call);
  const window = windowOf(at, at.node);
  if (name === null || !windowFunctions.has(name) || window === null || window >= 4 * at.scrapeInterval) return [];
  return [{ rule: 'short-window', subject: at.text.slice(at.node.from, at.node.to), ...place(at) }];
}

/** A counter goes through functions that know restarts, a gauge through those that know that it may fall. */
function wrongType(at: At): Finding[] {
  const name = functionName(at, at.node);
  const wrong = rateFunctions.has(name) ? 'gauge' : gaugeFunctions.has(name) ? 'counter' : null;
  if (wrong === null) return [];
  const selected = nodesIn(at.node).filter((node) => node.name === 'VectorSelector');
  return selected
    .flatMap((node) => factsOf(at, selectionOf(at, node)))
    .filter(({ type }) => type === wrong)
    .map((facts) => ({
      rule: wrong === 'gauge' ? ('rate-of-gauge' as const) : ('gauge-function-of-counter' as const),
      subject: `${name}(${facts.name})`,
      ...place(at),
    }));
}

function quantileWithoutLe(at: At): Finding[] {
  if (functionName(at, at.node) !== 'histogram_quantile') return [];
  const buckets = argumentsOf(at.node)[1];
  if (buckets === undefined) return [];
  const groupings = aggregations(buckets).map((node) => groupingOf(at, node));
  if (groupings.length === 0) return [{ rule: 'quantile-per-series', subject: 'histogram_quantile', ...place(at) }];
  const keepsLe = groupings.every(({ kind, labels }) => (kind === 'by') === labels.includes('le'));
  return keepsLe ? [] : [{ rule: 'quantile-without-le', subject: 'histogram_quantile', ...place(at) }];
}

/** `or vector(0)` paints what nobody measured as zero. */
function absenceAsZero(at: At): Finding[] {
  const [, operator, right] = childrenOf(at.node);
  const filler = right && inner(right);
  if (operator?.name !== 'Or' || filler?.name !== 'FunctionCall' || functionName(at, filler) !== 'vector') return [];
  return [{ rule: 'absence-as-zero', subject: at.text.slice(filler.from, filler.to), ...place(at) }];
}

/** A side of a division: its only selector, where it is a series divided label for label, null otherwise. */
function plainSide(at: At, node: At['node']): Selection | null {
  const nodes = nodesIn(node);
  const isReshaped = nodes.some(
    (one) =>
      one.name === 'AggregateExpr' ||
      (one.name === 'FunctionCall' && /^(label_|scalar$|absent|vector$)/.test(functionName(at, one))),
  );
  const selected = nodes.filter(({ name }) => name === 'VectorSelector');
  const [only] = selected;
  return isReshaped || selected.length !== 1 || only === undefined ? null : selectionOf(at, only);
}

/** Divisions match label for label unless told otherwise. */
function unmatchedRatio(at: At): Finding[] {
  const children = childrenOf(at.node);
  const [left, operator] = children;
  const right = children.at(-1);
  if (operator?.name !== 'Div' || left === undefined || right === undefined) return [];
  if (children.some(({ name }) => name === 'MatchingModifierClause')) return [];
  const sides = [plainSide(at, left), plainSide(at, right)] as const;
  const [above, below] = sides;
  if (above === null || below === null || above.metric === null || below.metric === null) return [];
  if (above.metric === below.metric) {
    const written = ({ matchers }: Selection) => JSON.stringify(matchers.map((m) => [m.label, m.operator, m.value]));
    if (written(above) === written(below)) return [];
    return [{ rule: 'ratio-to-itself', subject: above.metric, ...place(at) }];
  }
  const shapes = [labelNames(at, above), labelNames(at, below)] as const;
  const isKnown = shapes.every(({ size }) => size > 0);
  if (!isKnown || [...shapes[0]].some((names) => shapes[1].has(names))) return [];
  return [{ rule: 'unmatched-ratio', subject: `${above.metric} / ${below.metric}`, ...place(at) }];
}

/** Which label names the series of a selector have, each combination once. */
function labelNames(lint: Lint, selection: Selection): ReadonlySet<string> {
  const sets = factsOf(lint, selection).flatMap(({ series }) => series);
  const met = sets.filter((labels) =>
    selection.matchers.every((matcher) => matcher.label === '__name__' || matcher.matches(labels[matcher.label] ?? '')),
  );
  return new Set(
    met.map((labels) =>
      Object.keys(labels)
        .filter((name) => name !== '__name__')
        .sort()
        .join(),
    ),
  );
}
