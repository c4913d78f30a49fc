import fc from 'fast-check';
import type { LateSample, LateSeries } from './restlessPrometheus.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const SCRAPE = 15 * SECOND;
const PAST = 40 * MINUTE;
const FUTURE = 60 * MINUTE;

/** The time at which a viewer comes, epoch ms. */
export const BEGIN = Date.UTC(2026, 0, 15, 12);
/** No sample can be read later than so many ms after its time. */
const LATEST = 2 * MINUTE;

/** Some begin as others do, some sort around where a text ends, some have labels that others have not. */
const labelSets = [
  { pod: 'a' },
  { pod: 'a!' },
  { pod: 'ab' },
  { pod: 'a', zone: 'x' },
  { Pod: 'a', pod: 'b' },
  { pod: 'é' },
] as const;

/** When a series is there, how it runs, and how late each of its samples is; all in ms. */
interface Life {
  readonly from: number;
  readonly length: number;
  readonly phase: number;
  /** Samples between two restarts. */
  readonly restartEvery: number;
  readonly delays: readonly number[];
}

const late = (max: number) => fc.integer({ min: 0, max });

const life: fc.Arbitrary<Life> = fc.record({
  from: fc.oneof(fc.constant(0), late(PAST + FUTURE)),
  length: fc.oneof(fc.constant(PAST + FUTURE), fc.integer({ min: SCRAPE, max: 30 * MINUTE })),
  phase: late(SCRAPE - 1),
  restartEvery: fc.constantFrom(7, 23, 1000),
  delays: fc.array(fc.oneof(fc.constant(0), late(5 * SECOND), late(LATEST)), { minLength: 1, maxLength: 17 }),
});

function valueAt(name: string, i: number, restartEvery: number): number {
  if (name === 'hits_total') return (i % restartEvery) * 3;
  return (i * 7919) % 13 === 0 ? Number.NaN : (i * 31) % 17;
}

/** A series that ends with a staleness marker. */
function seriesOf(name: string, labels: (typeof labelSets)[number], one: Life): LateSeries {
  const { from, length, phase, restartEvery, delays } = one;
  const samples: LateSample[] = [];
  const begin = BEGIN - PAST + from + phase;
  const last = Math.min(begin + length, BEGIN + FUTURE);
  let time = begin;
  for (let i = 0; time <= last; i++, time += SCRAPE) {
    const readableAt = time + (delays[i % delays.length] ?? 0);
    samples.push({ time, value: valueAt(name, i, restartEvery), readableAt });
  }
  return { labels: { __name__: name, ...labels }, samples: [...samples, { time, value: null, readableAt: time }] };
}

const metric = (name: string) =>
  fc
    .array(life, { maxLength: labelSets.length })
    .map((lives) => labelSets.flatMap((labels, i) => (lives[i] ? [seriesOf(name, labels, lives[i])] : [])));

/** Series of a counter and two gauges, which appear, vanish, restart and come late. */
export const restlessSeries: fc.Arbitrary<readonly LateSeries[]> = fc
  .tuple(metric('hits_total'), metric('load'), metric('size'))
  .map((metrics) => metrics.flat());

const modifier = fc.oneof(
  { weight: 8, arbitrary: fc.constant('') },
  fc.constantFrom(' offset 1m', ' offset 37s', ' offset -1m'),
  fc.constantFrom(' @ end()', ' @ start()', ' offset 2m @ end()', ` @ ${BEGIN / SECOND}`),
);

const text = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(''));
const word = (...words: readonly string[]) => fc.constantFrom(...words);

const selector = text(word('load', 'size', 'hits_total', 'load{pod=~"a.*"}', '{__name__=~"load|size"}'), modifier);
const windows = text(
  word('hits_total[', 'load[', 'size{pod!="a"}['),
  word('15s', '1m', '90s', '5m'),
  word(']'),
  modifier,
);
const overWindow = word(
  ...['rate', 'increase', 'irate', 'delta', 'deriv', 'changes'],
  ...['max_over_time', 'avg_over_time', 'count_over_time', 'absent_over_time'],
);
const aggregation = word(
  ...['sum (', 'sum by (pod) (', 'max without (zone) (', 'count (', 'quantile (0.9, ', 'count_values ("value", '],
  ...['topk by (zone) (1, ', 'bottomk (2, '],
);
const operator = word('+ on (pod, zone) group_left ()', '> 5 or', 'unless', 'and on (pod)', 'or');

const { any } = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    selector,
    text(overWindow, word('('), windows, word(')')),
    text(aggregation, tie('any'), word(')')),
    text(word('('), tie('any'), word(') '), operator, word(' max by (pod, zone) ('), selector, word(')')),
    text(word('max_over_time(('), tie('any'), word(')[3m:30s]', ')[2m:]', ')[1m:15s]'), modifier, word(')')),
    text(word('-(', 'absent('), tie('any'), word(')')),
    text(word('('), tie('any'), word(') > 4', ') offset 1m')),
    word('time()', 'vector(1)', 'timestamp(load)', 'time() - timestamp(hits_total)', 'scalar(load)'),
  ),
}));

/**
 * PromQL about those series; some of it looks ahead or hangs on the ends of the range, some of it fails. No server says which
 * it picks of those that `count_values` counts alike, as in `bottomk (2, count_values ("value", hits_total))`: they come in
 * no order of their own.
 */
export const expression = any.filter((text) => !/(topk|bottomk).*count_values/.test(text));

/** What a viewer does, or a server suffers. Durations are ms. */
export type Move =
  | { readonly kind: 'wait'; readonly by: number }
  | { readonly kind: 'window'; readonly range: number; readonly ago: number }
  | { readonly kind: 'step'; readonly step: number; readonly phase: number }
  | { readonly kind: 'failure'; readonly how: Failure };

export type Failure = 'refused' | 'cut off' | 'warned' | 'partial';

export const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      by: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: SECOND, max: 45 * SECOND }) },
        fc.integer({ min: MINUTE, max: 8 * MINUTE }),
      ),
    }),
  },
  fc.record({
    kind: fc.constant('window' as const),
    range: late(30 * MINUTE),
    ago: fc.oneof(fc.constant(0), fc.integer({ min: -MINUTE, max: 20 * MINUTE })),
  }),
  fc.record({
    kind: fc.constant('step' as const),
    step: fc.constantFrom(7, 15, 30, 60).map((seconds) => seconds * SECOND),
    phase: fc.constantFrom(0, 3 * SECOND),
  }),
  fc.record({
    kind: fc.constant('failure' as const),
    how: fc.constantFrom<Failure>('refused', 'cut off', 'warned', 'partial'),
  }),
);
