import { cycleEnd, cycleStart } from './past.ts';
import type { Pen, Phrase, Place } from './phrases.ts';
import type { Random } from './random.ts';
import type { Metric } from './vocabulary.ts';

const durations = ['1m', '90s', '2m', '3m30s', '5m', '10m'] as const;
const subqueryRanges = ['3m', '5m', '10m', '14m30s', '20m'] as const;
const subquerySteps = ['15s', '30s', '37s', '1m', '2m', ''] as const;
const offsets = ['15s', '1m', '5m', '7m12s', '10m', '-1m', '-4m30s'] as const;

const quote = (text: string): string => JSON.stringify(text);
const quoteRegex = (text: string): string => text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');

/** A regular expression that some of the values match. */
function patternOf(random: Random, values: readonly [string, ...string[]]): string {
  const value = random.pick(values);
  switch (random.integer(0, 5)) {
    case 0:
      return `${quoteRegex(value.slice(0, Math.ceil(value.length / 2)))}.*`;
    case 1:
      return `.*${quoteRegex(value.slice(Math.floor(value.length / 2)))}`;
    case 2:
      return '.+';
    case 3:
      return `[${/^\w/.test(value) ? value.slice(0, 1) : 'a'}-z/0-9].*`;
    default:
      return random.some(values, random.integer(1, 3)).map(quoteRegex).join('|');
  }
}

function matcherOf(random: Random, label: string, values: readonly [string, ...string[]]): string {
  // Of many values one is little: rather leave one out than keep no other.
  switch (random.integer(0, values.length > 1 ? 4 : 1)) {
    case 0:
      return `${label}=${quote(random.pick(values))}`;
    case 1:
    case 2:
      return `${label}=~${quote(patternOf(random, values))}`;
    case 3:
      return `${label}!=${quote(random.pick(values))}`;
    default:
      return `${label}!~${quote(random.some(values, random.integer(1, 2)).map(quoteRegex).join('|'))}`;
  }
}

/** Matchers that series of the metric meet, more or less. */
function matchersOf(random: Random, { labels }: Metric): string[] {
  const chosen = random.some([...labels], random.pick([0, 0, 0, 1, 1, 2]));
  const matchers = chosen.flatMap(([label, values]) => {
    const [first, ...others] = values;
    return first === undefined || label === 'le' ? [] : [matcherOf(random, label, [first, ...others])];
  });
  if (random.chance(0.03)) matchers.push('no_such_label=""');
  return matchers;
}

function selectorText(random: Random, metric: Metric): string {
  const matchers = matchersOf(random, metric);
  if (random.chance(0.1)) return `{${[`__name__=${quote(metric.name)}`, ...matchers].join(', ')}}`;
  return matchers.length === 0 ? metric.name : `${metric.name}{${matchers.join(', ')}}`;
}

/** A time in the past that both have, seven tenths of a second past a whole one. */
function momentText(random: Random): string {
  return `${random.integer(cycleStart / 1000, cycleEnd / 1000)}.7`;
}

/** `offset` and `@`, mostly neither. */
function modifiersText(random: Random): string {
  const offset = random.chance(0.15) ? ` offset ${random.pick(offsets)}` : '';
  if (!random.chance(0.08)) return offset;
  const at = ` @ ${random.pick(['start()', 'end()', momentText(random)])}`;
  return random.chance(0.5) ? at + offset : offset + at;
}

/** Any metric but those that hold epoch seconds. */
export function anyMetric({ random, vocabulary }: Pen): Metric {
  return random.pick(random.chance(0.5) ? vocabulary.gauges : vocabulary.counters);
}

export function instantSelector(pen: Pen, metric: Metric): Phrase {
  const { random } = pen;
  const text = selectorText(random, metric) + modifiersText(random);
  return { text, exact: true, positive: true, labels: [...metric.labels.keys()] };
}

/** The text of a selector with a range. */
export function rangeSelector({ random }: Pen, metric: Metric): string {
  return `${selectorText(random, metric)}[${random.pick(durations)}]${modifiersText(random)}`;
}

/**
 * The text of a subquery over a phrase. Inside of another its times and those of the other are whole seconds, and the left
 * edge would fall on one of them: three tenths keep it off. It is short there, so that nothing reaches back before the past.
 */
export function subqueryText({ random }: Pen, text: string, { nested }: Place): string {
  const step = random.pick(subquerySteps);
  if (nested) return `(${text})[${random.pick(['3m', '5m', '10m'])}300ms:${step}]`;
  return `(${text})[${random.pick(subqueryRanges)}:${step}]${modifiersText(random)}`;
}

/** Series of several names: for those who do not mind. */
export function manyNames(pen: Pen): Phrase {
  const { random, vocabulary } = pen;
  const [one, two] = [anyMetric(pen), anyMetric(pen)];
  const text = random.chance(0.5)
    ? `{__name__=~${quote(`${one.name}|${two.name}`)}}`
    : `{job=${quote(random.pick(vocabulary.jobs))}, __name__!~"scrape_.*"}`;
  return { text: text + modifiersText(random), exact: true, positive: true, labels: ['job', 'instance'] };
}
