import { inside, type Pen, type Phrase, type Place, type ScalarPhrase } from './phrases.ts';
import { anyMetric, instantSelector, manyNames, rangeSelector } from './selectors.ts';
import type { Metric } from './vocabulary.ts';

const comparisons = ['==', '!=', '<', '<=', '>', '>='] as const;
const exactArithmetic = ['+', '-', '*', '/', '%'] as const;

/** An operator between two phrases, and what is known of its result. */
function operation(pen: Pen, place: Place, left: ScalarPhrase, right: ScalarPhrase) {
  const { random } = pen;
  const positive = left.positive && right.positive;
  if (left.exact && right.exact) {
    if (random.chance(0.3)) {
      const bool = random.chance(0.4) ? ' bool' : '';
      return { operator: random.pick(comparisons) + bool, exact: true, positive: left.positive, bool: bool !== '' };
    }
    const operator = random.pick(place.positive ? (['+', '*', '/', '%'] as const) : exactArithmetic);
    return { operator, exact: true, positive: positive && operator !== '-', bool: false };
  }
  const operator = positive && random.chance(0.3) ? '+' : random.pick(['*', '/'] as const);
  return { operator, exact: false, positive, bool: false };
}

const needsOf = ({ exact = false, positive = false }: Place) => ({ exact, positive });

/** A vector and a scalar, either way round. */
export function withScalar(pen: Pen, place: Place): Phrase {
  const { random } = pen;
  const vector = pen.vector(inside(place, needsOf(place)));
  const scalar = pen.scalar(inside(place, needsOf(place)));
  if (!vector.exact && random.chance(0.3)) {
    // Of a number with many digits no value is an ulp away.
    const text = `(${vector.text}) ${random.pick(['<', '>', '>= bool', '< bool'])} ${random.pick(['0.03217', '1.7311', '213.377'])}`;
    return { ...vector, text };
  }
  if (!place.exact && random.chance(0.1)) {
    return { ...vector, text: `(${vector.text}) ^ ${random.pick(['2', '0.5', '-1'])}`, exact: false };
  }
  const swapped = random.chance(0.3);
  const [left, right] = swapped ? [scalar, vector] : [vector, scalar];
  const { operator, exact, positive } = operation(pen, place, left, right);
  const isFilter = comparisons.some((one) => one === operator);
  // A filter gives the vector's values, whichever side it is on.
  return {
    text: `(${left.text}) ${operator} (${right.text})`,
    labels: vector.labels,
    exact,
    positive: isFilter ? vector.positive : positive,
  };
}

/** The same labels on both sides: two aggregations of the same kind. */
export function alikes(pen: Pen, place: Place): Phrase {
  const { random } = pen;
  const by = random.pick<string[]>([['job'], ['job', 'instance'], ['instance'], []]);
  const sides = [0, 1].map(() => aggregated(pen, place, by));
  const [left = aggregated(pen, place, by), right = left] = sides;
  const { operator, exact, positive } = operation(pen, place, left, right);
  const matching = random.pick(['', ` on (${by.join(', ')})`, ' ignoring (endpoint)']);
  return { text: `${left.text} ${operator}${matching} ${right.text}`, exact, positive, labels: by };
}

function aggregated(pen: Pen, place: Place, by: readonly string[]): Phrase {
  const { random } = pen;
  const exact = place.exact ?? random.chance(0.4);
  const name = exact
    ? random.pick(['max', 'min', 'count', 'group'] as const)
    : random.pick(['sum', 'avg', 'max'] as const);
  const inner = pen.vector(inside(place, { exact, positive: true }));
  return {
    text: `${name} by (${by.join(', ')}) (${inner.text})`,
    exact: exact || (inner.exact && name === 'max'),
    positive: true,
    labels: by,
  };
}

/** Two figures of one metric, series by series. */
export function sameMetric(pen: Pen, place: Place): Phrase {
  const { random } = pen;
  const metric = anyMetric(pen);
  const labels = [...metric.labels.keys()];
  const figure = (): Phrase =>
    place.exact || random.chance(0.5)
      ? instantSelector(pen, metric)
      : {
          text: `${metric.isCounter ? random.pick(['rate', 'increase']) : 'avg_over_time'}(${rangeSelector(pen, metric)})`,
          exact: false,
          positive: true,
          labels,
        };
  const [left, right] = [figure(), figure()];
  const { operator, exact, positive } = operation(pen, place, left, right);
  return { text: `${left.text} ${operator} ${right.text}`, exact, positive, labels };
}

/** A metric of a job of another. */
function relativeOf({ random, vocabulary }: Pen, { labels }: Metric): Metric {
  const jobs = labels.get('job') ?? [];
  const related = [...vocabulary.gauges, ...vocabulary.counters].filter((metric) =>
    metric.labels.get('job')?.some((job) => jobs.includes(job)),
  );
  return random.pick([random.pick(vocabulary.counters), ...related]);
}

type OneSide = ScalarPhrase & { readonly metric: Metric; readonly include: readonly string[] };

/** A vector of one series for each value of `on`, and a label of it to take along, where it has one. */
function oneSide(pen: Pen, on: readonly string[]): OneSide {
  const { random, vocabulary } = pen;
  if (random.chance(0.4)) {
    const metric = random.pick(vocabulary.infos);
    const own = [...metric.labels.keys()].filter((label) => label !== 'job' && label !== 'instance');
    return { text: metric.name, exact: true, positive: true, metric, include: random.some(own, random.integer(0, 2)) };
  }
  const metric = anyMetric(pen);
  const text = `${random.pick(['max', 'min'])} by (${on.join(', ')}) (${metric.name})`;
  return { text, exact: true, positive: true, metric, include: [] };
}

/** Many series each with the one of another side, either way round, with labels of it or without. */
export function manyToOne(pen: Pen, place: Place): Phrase {
  const { random } = pen;
  const on = random.pick([['job'], ['job', 'instance']] as const);
  const one = oneSide(pen, on);
  const many = instantSelector(pen, relativeOf(pen, one.metric));
  const swapped = random.chance(0.3);
  const { operator, exact, positive, bool } = operation(pen, place, swapped ? one : many, swapped ? many : one);
  const [side, left, right] = swapped ? ['right', one.text, many.text] : ['left', many.text, one.text];
  return {
    text: `${left} ${operator} on (${on.join(', ')}) group_${side} (${one.include.join(', ')}) ${right}`,
    exact,
    positive: positive || bool,
    labels: [...new Set([...many.labels, ...one.include])],
  };
}

/** `and`, `or`, `unless`. */
export function sets(pen: Pen, place: Place): Phrase {
  const { random } = pen;
  const needs = needsOf(place);
  const [left, right] = [pen.vector(inside(place, needs)), pen.vector(inside(place, needs))];
  const operator = random.pick(['and', 'and', 'or', 'unless', 'unless']);
  const matchings = ['', ' on (job)', ' on (job, instance)', ' ignoring (endpoint, status)', ' on ()'] as const;
  // With others, the sides of `or` could be alike but for the name that a further step drops.
  const matching = operator === 'or' ? '' : random.pick(matchings);
  const other = random.chance(0.2) && operator !== 'or' ? manyNames(pen) : right;
  return {
    text: `(${left.text}) ${operator}${matching} (${other.text})`,
    exact: left.exact && other.exact,
    positive: left.positive && other.positive,
    labels: left.labels,
  };
}
