import { fits, inside, type Pen, type Phrase, type Place } from './phrases.ts';
import { anyMetric, instantSelector, rangeSelector, subqueryText } from './selectors.ts';

/** Functions over ranges whose result has no rounding of its own. */
const exactOverTime = [
  'min_over_time',
  'max_over_time',
  'count_over_time',
  'last_over_time',
  'present_over_time',
] as const;
const roughOverTime = ['sum_over_time', 'avg_over_time', 'stddev_over_time', 'stdvar_over_time'] as const;
/** Of these the argument has to be exact, since a fall by rounding is a restart to them. */
const ofCounters = ['rate', 'rate', 'rate', 'increase', 'increase', 'irate', 'deriv'] as const;
const ofChanges = ['changes', 'resets'] as const;
const ofGauges = ['delta', 'idelta'] as const;

const steadyMath = ['abs', 'sqrt', 'deg', 'rad'] as const;
const jumpingMath = ['ceil', 'floor', 'sgn', 'round'] as const;
/** Their argument has to be exact: they make much of little, the one near 1, the other far out. */
const curvedMath = [
  'ln',
  'log2',
  'log10',
  'exp',
  'sin',
  'cos',
  'tan',
  'atan',
  'asinh',
  'acosh',
  'sinh',
  'cosh',
  'tanh',
  'asin',
  'acos',
  'atanh',
] as const;

/** None is a share of few: a bucket would end on just that rank, and rounding decide on which side. */
const quantiles = ['0.1037', '0.2503', '0.43', '0.5011', '0.617', '0.9007', '0.937', '0.9903'] as const;

/** A function over the range of a selector. */
export function overRange(pen: Pen, place: Place): Phrase {
  const { random, vocabulary } = pen;
  const metric = anyMetric(pen);
  const range = rangeSelector(pen, metric);
  const labels = [...metric.labels.keys()];
  const kind = random.integer(0, 9);
  if (metric.isCounter && !place.exact && kind < 6) {
    const name = random.pick(ofCounters);
    return { text: `${name}(${range})`, exact: false, positive: name !== 'deriv', labels };
  }
  if (place.exact || kind === 6) {
    const name = random.pick([...exactOverTime, ...ofChanges]);
    return { text: `${name}(${range})`, exact: true, positive: true, labels };
  }
  if (kind === 7)
    return { text: `quantile_over_time(${random.pick(quantiles)}, ${range})`, exact: false, positive: true, labels };
  if (kind === 8 && !place.positive) {
    if (random.chance(0.6))
      return { text: `${random.pick(ofGauges)}(${range})`, exact: false, positive: false, labels };
    const counted = rangeSelector(pen, random.pick(vocabulary.counters)).replace(/ @ \S+/, '');
    return {
      text: `predict_linear(${counted}, ${random.pick(['60', '3600', '-300'])})`,
      exact: false,
      positive: false,
      labels,
    };
  }
  return { text: `${random.pick(roughOverTime)}(${range})`, exact: false, positive: true, labels };
}

/** A function over a subquery. */
export function overSubquery(pen: Pen, place: Place): Phrase {
  const { random } = pen;
  const wanted = place.exact ? 'exact' : random.pick(['exact', 'mean', 'mean', 'changes', 'difference', 'rate']);
  if (wanted === 'mean') {
    const inner = pen.vector(inside(place, { positive: true, nested: true }));
    const range = subqueryText(pen, inner.text, place);
    const name = random.pick([
      'avg_over_time',
      'sum_over_time',
      'max_over_time',
      'min_over_time',
      'quantile_over_time',
    ]);
    const parameter = name === 'quantile_over_time' ? `${random.pick(quantiles)}, ` : '';
    return { ...inner, text: `${name}(${parameter}${range})`, exact: false };
  }
  if (wanted === 'rate') {
    const counter = instantSelector(pen, random.pick(pen.vocabulary.unbroken));
    const name = random.pick(['rate', 'increase']);
    return { ...counter, text: `${name}(${subqueryText(pen, counter.text, place)})`, exact: false };
  }
  const inner = pen.vector(inside(place, { exact: true, positive: true, nested: true }));
  const range = subqueryText(pen, inner.text, place);
  if (wanted === 'changes') return { ...inner, text: `${random.pick(ofChanges)}(${range})` };
  if (wanted === 'difference') {
    const name = random.pick(['delta', 'idelta', 'irate']);
    return { ...inner, text: `${name}(${range})`, exact: false, positive: false };
  }
  return { ...inner, text: `${random.pick(exactOverTime)}(${range})` };
}

/** A function of one value. */
export function mathematical(pen: Pen, place: Place): Phrase {
  const { random } = pen;
  const kind = random.integer(0, 9);
  if (kind < 3 && !place.exact) {
    const inner = pen.vector(inside(place, place.positive ? { positive: true } : {}));
    return { ...inner, text: `${random.pick(steadyMath)}(${inner.text})`, exact: false };
  }
  if (kind < 5 && !place.exact && !place.positive) {
    const inner = pen.vector(inside(place, { exact: true }));
    return { ...inner, text: `${random.pick(curvedMath)}(${inner.text})`, exact: false, positive: false };
  }
  if (kind < 8) {
    const inner = pen.vector(inside(place, { exact: true, positive: place.positive ?? false }));
    const name = random.pick(jumpingMath);
    const multiple = name === 'round' && random.chance(0.5) ? `, ${random.pick(['0.1', '5', '1000'])}` : '';
    return { ...inner, text: `${name}(${inner.text}${multiple})` };
  }
  const inner = pen.vector(inside(place, place));
  const [low, high] = [random.pick(['0', '1', '10']), random.pick(['0.5', '100', '1e6', 'Inf'])];
  const text = random.pick([
    `clamp(${inner.text}, ${low}, ${high})`,
    `clamp_min(${inner.text}, ${low})`,
    `clamp_max(${inner.text}, ${high})`,
  ]);
  return { ...inner, text };
}

/** `histogram_quantile`, of rates or of the buckets themselves, with the labels that keep histograms apart or without. */
export function histogramQuantile(pen: Pen): Phrase {
  const { random, vocabulary } = pen;
  const metric = random.pick(vocabulary.buckets);
  const kept = [...metric.labels.keys()].filter((label) => label !== 'le');
  const rates = `${random.pick(['rate', 'increase'])}(${rangeSelector(pen, metric)})`;
  const by = random.some(kept, random.integer(0, 2));
  const { text, labels } = random.pick([
    { text: rates, labels: kept },
    { text: instantSelector(pen, metric).text, labels: kept },
    { text: `sum by (${['le', ...by].join(', ')}) (${rates})`, labels: by },
  ]);
  const quantile = random.pick([...quantiles, '-0.5', '1.5']);
  return { text: `histogram_quantile(${quantile}, ${text})`, exact: false, positive: false, labels };
}

const dates = [
  'minute',
  'hour',
  'day_of_week',
  'day_of_month',
  'day_of_year',
  'days_in_month',
  'month',
  'year',
] as const;

/** What has to do with times. */
export function temporal(pen: Pen): Phrase {
  const { random, vocabulary } = pen;
  const moment = instantSelector(pen, random.pick(vocabulary.moments));
  const date = random.pick(dates);
  const metric = anyMetric(pen);
  const labels = [...metric.labels.keys()];
  return random.pick<Phrase>([
    { ...moment, text: `time() - ${moment.text}`, positive: false },
    { ...moment, text: `${date}(${moment.text})` },
    { text: `${date}()`, exact: true, positive: true, labels: [] },
    { text: `${date}(timestamp(${metric.name}))`, exact: true, positive: true, labels },
    { text: `time() - timestamp(${metric.name})`, exact: true, positive: true, labels },
  ]);
}

/** `label_replace` and `label_join`. */
export function relabelled(pen: Pen, place: Place): Phrase {
  const { random } = pen;
  const inner = pen.vector(inside(place, place));
  const [source = 'job', other = 'instance'] = random.some(inner.labels, 2);
  const target = random.chance(0.85) ? 'made' : source;
  const labels = [...new Set([...inner.labels, target])];
  const [pattern, replacement] = random.pick([
    ['(.*)', '$1-x'],
    ['(?:.)(.).*', '$1$1'],
    ['([a-z]+)[:_-]?(.*)', '$2/$1'],
    ['(?P<word>[^0-9]+)[0-9]*', '$word'],
    ['no such value', 'never'],
    ['.*', ''],
  ]);
  const text = random.chance(0.7)
    ? `label_replace(${inner.text}, "${target}", "${replacement}", "${source}", "${pattern}")`
    : `label_join(${inner.text}, "${target}", "${random.pick(['-', '', ', '])}", "${source}", "${other}")`;
  return { ...inner, text, labels };
}

/** What is there when something else is not, and what is made of a scalar. */
export function madeUp(pen: Pen, place: Place): Phrase {
  const { random } = pen;
  const metric = anyMetric(pen);
  const scalar = pen.scalar(inside(place, place));
  const [label = 'job'] = random.some([...metric.labels.keys()], 1);
  const phrase = (text: string): Phrase => ({ text, exact: true, positive: true, labels: [] });
  const made = random.pick<Phrase>([
    phrase(`absent(${metric.name}{${label}="no such value"})`),
    phrase(`absent(${instantSelector(pen, metric).text})`),
    phrase(`absent_over_time(${rangeSelector(pen, metric)})`),
    { ...scalar, text: `vector(${scalar.text})`, labels: [] },
  ]);
  return fits(made, place) ? made : phrase(`absent(${metric.name})`);
}
