import { aggregation, countedValues, ranking } from './aggregations.ts';
import { histogramQuantile, madeUp, mathematical, overRange, overSubquery, relabelled, temporal } from './functions.ts';
import { alikes, manyToOne, sameMetric, sets, withScalar } from './joins.ts';
import { fits, inside, type Pen, type Phrase, type Place, type ScalarPhrase } from './phrases.ts';
import { createRandom, type Random } from './random.ts';
import { anyMetric, instantSelector, manyNames, rangeSelector, subqueryText } from './selectors.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Generated {
  readonly expr: string;
  /** The order of an instant answer is part of it. */
  readonly ordered: boolean;
}

type Production = (pen: Pen, place: Place) => Phrase;

/** What can be written where there is still room for parts, the usual more often. */
const deep: readonly [Production, ...Production[]] = [
  aggregation,
  aggregation,
  aggregation,
  withScalar,
  withScalar,
  alikes,
  manyToOne,
  sets,
  mathematical,
  mathematical,
  overSubquery,
  overSubquery,
  relabelled,
  ranking,
  countedValues,
  negated,
];

/** What has no parts. */
const flat: readonly [Production, ...Production[]] = [
  (pen) => instantSelector(pen, anyMetric(pen)),
  (pen) => instantSelector(pen, anyMetric(pen)),
  overRange,
  overRange,
  overRange,
  sameMetric,
  histogramQuantile,
  temporal,
  madeUp,
];

function negated(pen: Pen, place: Place): Phrase {
  const inner = pen.vector(inside(place, { exact: place.exact ?? false }));
  return { ...inner, text: `-(${inner.text})`, positive: false };
}

/** A vector that is what its place asks for; at worst a selector, which always is. */
function vector(pen: Pen, place: Place): Phrase {
  for (let attempt = 0; attempt < 5; attempt++) {
    const production = pen.random.pick(place.depth > 0 && pen.random.chance(0.75) ? deep : flat);
    const phrase = production(pen, place);
    if (fits(phrase, place)) return phrase;
  }
  return instantSelector(pen, anyMetric(pen));
}

const numbers = ['2', '0.5', '100', '1e3', '0x1F', '8', '1024', '60', '0.05'] as const;

function scalar(pen: Pen, place: Place): ScalarPhrase {
  const { random } = pen;
  const plain: ScalarPhrase = { text: random.pick(numbers), exact: true, positive: true };
  if (place.depth <= 0 || random.chance(0.6)) return plain;
  if (random.chance(0.3))
    return { text: random.pick(['time()', 'pi()', 'Inf', '1 + 2 * 3 % 4 / 5']), exact: true, positive: true };
  if (random.chance(0.3)) {
    const other = scalar(pen, inside(place, place));
    const operator = random.pick(['+', '*', '/', '== bool', '> bool']);
    return { ...other, text: `${plain.text} ${operator} (${other.text})` };
  }
  const name = place.exact ? 'max' : random.pick(['max', 'sum']);
  const inner = pen.vector(inside(place, { exact: true, positive: true }));
  return { text: `scalar(${name}(${inner.text}))`, exact: name === 'max', positive: true };
}

/** Texts that both refuse, or refuse over a range. */
function unfit(pen: Pen): string {
  const { random, vocabulary } = pen;
  const metric = random.pick(vocabulary.counters);
  const [name, other] = [metric.name, random.pick(vocabulary.gauges).name];
  return random.pick([
    rangeSelector(pen, metric),
    subqueryText(pen, name, { depth: 0, nested: false }),
    `"${name}"`,
    `rate(${name})`,
    `sum(${name}[5m])`,
    `${name} + on (job) ${vocabulary.buckets[0].name}`,
    `${name} and 1`,
    `no_such_function(${name})`,
    `${other}{job=~"("}`,
    `sum by (job (${name})`,
    `label_replace(${name}, "", "$1", "job", "(.*)")`,
    `label_replace(${vocabulary.buckets[0].name}, "le", "1", "le", ".*")`,
    `topk("3", ${name})`,
    `{job=""}`,
    `1 == 1`,
  ]);
}

function question(pen: Pen, depth: number): Generated {
  const { random } = pen;
  const place: Place = { depth, nested: false };
  const kind = random.number();
  if (kind < 0.06) return { expr: unfit(pen), ordered: false };
  if (kind < 0.09) return { expr: scalar(pen, place).text, ordered: false };
  if (kind < 0.11) return { expr: manyNames(pen).text, ordered: false };
  const { text } = vector(pen, place);
  if (kind < 0.16) return { expr: `${random.pick(['sort', 'sort_desc'])}(${text})`, ordered: true };
  return { expr: text, ordered: false };
}

/** Expressions at random over the fleet's metrics, the same ones for the same seed. */
export function generate(seed: number, count: number, vocabulary: Vocabulary): Generated[] {
  const random: Random = createRandom(seed);
  const pen: Pen = {
    random,
    vocabulary,
    vector: (place) => vector(pen, place),
    scalar: (place) => scalar(pen, place),
  };
  return Array.from({ length: count }, () => question(pen, random.pick([0, 1, 1, 2, 2, 3])));
}
