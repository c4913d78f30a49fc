import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Asked, decodeQueryReply } from './query.ts';
import { createStreamDecoder } from './streamDecoder.ts';

const grid = { start: 1_700_000_000_000, end: 1_700_000_060_000, step: 15_000 };
const range: Asked = { kind: 'range', grid };
const instant: Asked = { kind: 'instant', time: grid.end };
const maxSeries = 4;
const at = (i: number) => (grid.start + i * grid.step) / 1000;

/** As UTF-8 can say it. */
const wellFormed = (text: string) => new TextDecoder().decode(new TextEncoder().encode(text));

/** What comes of it: the answer, or that it is malformed. */
function outcome(decode: () => unknown): unknown {
  try {
    return decode();
  } catch (error) {
    return { malformed: error instanceof Error ? error.name : error };
  }
}

const isCapped = (found: unknown): boolean =>
  typeof found === 'object' && found !== null && 'capped' in found && found.capped !== null;

/** Decodes in pieces that end at these places. */
function streamed(text: string, asked: Asked, borders: readonly number[] = []) {
  const bytes = new TextEncoder().encode(text);
  const decoder = createStreamDecoder(asked, maxSeries);
  const places = [0, ...borders.map((border) => border % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (const [i, place] of places.entries()) decoder.push(bytes.subarray(place, places[i + 1] ?? bytes.length));
  return decoder.finish(false);
}

const value = fc.oneof(
  fc.constantFrom('0', '-0', 'NaN', '+Inf', '-Inf', 'Inf', '1e+300', '5e-324', '', 'x'),
  fc.double({ noDefaultInfinity: true, noNaN: true }).map(String),
);
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"}]}', '{"metric":', '\\', '\\"', '],"', 'é…😀'));
const labels = fc.dictionary(fc.oneof(fc.constantFrom('job', '__name__', 'result', 'data'), text), text, {
  maxKeys: 3,
});
const histogram = fc.record({ count: value, sum: value, buckets: fc.constant([[0, '1', '2', '1']]) });
const time = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: -1, max: 6 }).map(at) },
  { weight: 1, arbitrary: fc.double() },
);
const samples = <T>(of: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(time, of), { maxLength: 6 }).map((list) => list.sort(([a], [b]) => a - b));
const series = fc.oneof(
  { weight: 9, arbitrary: fc.record({ metric: labels, values: samples(value) }) },
  { weight: 3, arbitrary: fc.record({ metric: labels, value: fc.tuple(time, value) }) },
  { weight: 2, arbitrary: fc.record({ values: samples(value), metric: labels, histograms: samples(histogram) }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>({}, 5, null, [1, '2'], 'x') },
);
const result = fc.oneof(
  { weight: 9, arbitrary: fc.array(series, { maxLength: 7 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      [at(0), '1.5'],
      [5, 'x', 5],
      [5, '1', { metric: {}, values: [] }],
      null,
      {},
      'x',
    ),
  },
);
const data = fc.record(
  {
    stats: fc.constantFrom<unknown>({ samples: { totalQueryableSamples: 3, result: [{}] } }, null),
    resultType: fc.constantFrom('matrix', 'matrix', 'vector', 'scalar', 'string', 'odd'),
    result,
    analysis: fc.constantFrom<unknown>({ result: [{}] }, [[{ result: [{}] }]]),
  },
  { requiredKeys: ['resultType', 'result'] },
);
const reply = fc
  .record(
    {
      status: fc.constantFrom('success', 'success', 'success', 'error'),
      data,
      warnings: fc.array(text, { maxLength: 2 }),
      infos: fc.array(text, { maxLength: 2 }),
      isPartial: fc.boolean(),
      stats: fc.constantFrom<unknown>({ executionTimeMsec: 7 }, { data: { result: [{}] } }),
      result: fc.constant([{}]),
    },
    { requiredKeys: ['status', 'data'] },
  )
  // What comes before the data and what comes after it.
  .chain((whole) => fc.shuffledSubarray(Object.entries(whole), { minLength: Object.keys(whole).length }))
  .map((entries) => Object.fromEntries(entries));

/** JSON as some other server may write it. */
const written = fc.tuple(reply, fc.constantFrom(undefined, 1), fc.boolean()).map(([whole, space, escapes]) => {
  const json = JSON.stringify(whole, null, space);
  if (!escapes) return json;
  return json.replace(/[^\x20-\x7e\n]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
});
const borders = fc.array(fc.nat(), { maxLength: 8 });

describe('decoding in pieces equals decoding the whole', () => {
  test.each<[string, Asked]>([
    ['a range', range],
    ['an instant', instant],
  ])('%s', (_, asked) => {
    fc.assert(
      fc.property(written, borders, (json, places) => {
        const whole = outcome(() => decodeQueryReply(JSON.parse(json), asked, maxSeries));
        expect(outcome(() => streamed(json, asked, places))).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  it('also where the text is damaged', () => {
    fc.assert(
      fc.property(
        written,
        fc.nat(),
        fc.constantFrom('', '{', '}', '[', ']', '"', ',', ':', '\\', '0'),
        borders,
        (json, n, by, places) => {
          const i = n % json.length;
          const damaged = wellFormed(json.slice(0, i) + by + json.slice(i + 1));
          const whole = outcome(() => decodeQueryReply(JSON.parse(damaged), range, maxSeries));
          // Which of several things is wrong may differ.
          const loose = (found: unknown) =>
            typeof found === 'object' && found !== null && 'malformed' in found ? 'malformed' : found;
          const found = outcome(() => streamed(damaged, range, places));
          // What is more than is shown is counted, not read: damage there leaves what is shown as it was.
          const isUnread = loose(whole) === 'malformed' && isCapped(found);
          const expected = isUnread ? outcome(() => decodeQueryReply(JSON.parse(json), range, maxSeries)) : whole;
          expect(loose(found)).toEqual(loose(expected));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('an answer that is cut', () => {
  const list = Array.from({ length: 9 }, (_, i) => ({ metric: { i: `é,{"metric":${i}` }, value: [1, String(i)] }));
  const json = JSON.stringify({ status: 'success', isPartial: true, data: { resultType: 'vector', result: list } });
  const bytes = new TextEncoder().encode(json);

  it('anywhere, keeps the series that came whole', () => {
    const starts = list.map((one) => json.indexOf(JSON.stringify(one)));
    for (let length = json.indexOf('result":[') + 10; length < bytes.length; length++) {
      const decoder = createStreamDecoder(instant, maxSeries);
      decoder.push(bytes.subarray(0, length));
      const whole = list.filter((one, i) => {
        const end = (starts[i] ?? 0) + JSON.stringify(one).length;
        return new TextEncoder().encode(json.slice(0, end)).length <= length;
      });
      if (whole.length === 0) {
        expect(() => decoder.finish(true)).toThrow(expect.objectContaining({ path: 'data.result' }));
        continue;
      }
      const { frame, capped, isPartial } = decoder.finish(true);
      const shown = Math.min(whole.length, maxSeries);
      expect(frame.series.map(({ labels }) => labels)).toEqual(list.slice(0, shown).map(({ metric }) => metric));
      expect(capped).toEqual({ shown, total: null, atLeast: whole.length });
      expect(isPartial).toBe(true);
    }
  });

  it('is counted for a while beyond the series that are kept', () => {
    const decoder = createStreamDecoder(instant, 1);
    const one = new TextEncoder().encode('{"metric":{},"value":[1,"1"]},'.repeat(40_000));
    decoder.push(new TextEncoder().encode('{"status":"success","data":{"resultType":"vector","result":['));
    let pushes = 1;
    while (decoder.push(one)) pushes++;
    expect(pushes * one.length).toBeGreaterThan(4_000_000);
    expect(pushes * one.length).toBeLessThan(7_000_000);
    expect(decoder.finish(true).capped).toEqual({ shown: 1, total: null, atLeast: pushes * 40_000 });
  });
});
