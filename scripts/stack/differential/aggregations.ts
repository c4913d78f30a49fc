import { inside, type Pen, type Phrase, type Place } from './phrases.ts';
import { anyMetric, instantSelector, manyNames } from './selectors.ts';

/** `by` or `without` some of the labels, or neither, and the labels left. */
function grouping(
  { random }: Pen,
  labels: readonly string[],
  most = 3,
): { readonly text: string; readonly labels: string[] } {
  const chosen = random.some(labels, random.integer(0, most));
  switch (random.integer(0, 3)) {
    case 0:
      return { text: '', labels: [] };
    case 1:
      return { text: ` without (${chosen.join(', ')})`, labels: labels.filter((label) => !chosen.includes(label)) };
    default:
      return { text: ` by (${chosen.join(', ')})`, labels: chosen };
  }
}

/** What is aggregated. A spread is one of samples: of NaN 2.42 makes nought, and of the rough nobody makes the same. */
function aggregated(pen: Pen, place: Place, name: string): Phrase {
  if (name === 'stddev' || name === 'stdvar') return instantSelector(pen, anyMetric(pen));
  return pen.vector(inside(place, { exact: place.exact ?? false, positive: true }));
}

/** An aggregation to one value a group. */
export function aggregation(pen: Pen, place: Place): Phrase {
  const { random } = pen;
  const name = place.exact
    ? random.pick(['min', 'max', 'count', 'group'])
    : random.pick(['sum', 'sum', 'sum', 'avg', 'avg', 'min', 'max', 'count', 'stddev', 'stdvar', 'quantile']);
  const inner = random.chance(0.08) ? manyNames(pen) : aggregated(pen, place, name);
  const { text, labels } = grouping(pen, inner.labels);
  const parameter = name === 'quantile' ? `${random.pick(['0.1', '0.5', '0.617', '0.95', '-1', '2'])}, ` : '';
  const isExact = name === 'count' || name === 'group' || (inner.exact && (name === 'min' || name === 'max'));
  const written = random.chance(0.15)
    ? `${name}(${parameter}${inner.text})${text}`
    : `${name}${text} (${parameter}${inner.text})`;
  return { text: written, exact: isExact, positive: true, labels };
}

/** The largest or smallest; of equal ones nobody says which. */
export function ranking(pen: Pen, place: Place): Phrase {
  const { random, vocabulary } = pen;
  const name = random.pick(['topk', 'bottomk']);
  const count = random.pick(['1', '2', '3', '5', '2.7', '0']);
  if (random.chance(0.5) && !place.exact) {
    const inner = pen.vector(inside(place, { positive: true }));
    return { text: `sum(${name}(${count}, ${inner.text}))`, exact: false, positive: true, labels: [] };
  }
  const { name: metric, labels } = random.pick(vocabulary.distinct);
  const by = random.pick(['', ' by (job)', ' without (job)']);
  return { text: `${name}${by} (${count}, ${metric})`, exact: true, positive: true, labels: [...labels.keys()] };
}

/** How many series have each value. */
export function countedValues(pen: Pen, place: Place): Phrase {
  const { random, vocabulary } = pen;
  const inner = random.chance(0.5)
    ? instantSelector(pen, random.pick(vocabulary.gauges))
    : pen.vector(inside(place, { exact: true }));
  const { text, labels } = grouping(pen, inner.labels, 2);
  const written = `count_values${text} ("value", ${inner.text})`;
  return { text: written, exact: true, positive: true, labels: [...labels, 'value'] };
}
