import { expect, it } from 'vitest';
import { createEntries, type Entry } from './entries.ts';

/** An entry of `length` samples with its times: no series. */
function entryOf(key: string, length: number, askedAt = 0): Entry {
  const frame = { kind: 'range' as const, times: new Float64Array(length), step: 1, series: [] };
  return { key, frame, infos: [], askedAt, lifetime: 100, turn: 0 };
}

it('keeps entries by key, and one in place of another', () => {
  const entries = createEntries(100);
  const [first, moved, other] = [entryOf('a', 5), entryOf('a', 5), entryOf('b', 5)];
  entries.put(first, null);
  entries.put(other, null);
  entries.put(moved, first);
  expect(entries.of('a', 0)).toEqual([moved]);
  expect(entries.of('b', 0)).toEqual([other]);
  expect(entries.size()).toBe(10);
});

it('keeps the longer one of which a shorter was made', () => {
  const entries = createEntries(100);
  const [long, short] = [entryOf('a', 9), entryOf('a', 5)];
  entries.put(long, null);
  entries.put(short, long);
  expect(entries.of('a', 0)).toEqual([long, short]);
});

it('lets go what has not been of use for the longest time, when there is too much', () => {
  const entries = createEntries(12);
  const [a, b, c] = [entryOf('a', 5), entryOf('b', 5), entryOf('c', 5)];
  entries.put(a, null);
  entries.put(b, null);
  entries.touch(a);
  entries.put(c, null);
  expect([entries.of('a', 0), entries.of('b', 0), entries.of('c', 0)]).toEqual([[a], [], [c]]);
  expect(entries.size()).toBe(10);
});

it('does not keep what is more than it may have', () => {
  const entries = createEntries(12);
  entries.put(entryOf('a', 5), null);
  entries.put(entryOf('b', 13), null);
  expect(entries.size()).toBe(0);
});

it.each([
  ['too old', 101],
  ['of a time yet to come: the clock was set back', -1],
])('lets go what is %s, whatever its key', (_, now) => {
  const entries = createEntries(100);
  entries.put(entryOf('a', 5), null);
  entries.put(entryOf('b', 5, now), null);
  expect(entries.of('b', now)).toHaveLength(1);
  expect(entries.size()).toBe(5);
});

it('counts a series with its absent samples', () => {
  const entries = createEntries(100);
  const series = { labels: {}, values: new Float64Array(5), present: new Uint8Array(5), histograms: null };
  const entry = entryOf('a', 5);
  entries.put({ ...entry, frame: { ...entry.frame, series: [series, series] } }, null);
  expect(entries.size()).toBe(15);
});

it('forgets a key', () => {
  const entries = createEntries(100);
  const gone = entryOf('a', 5);
  entries.put(gone, null);
  entries.put(entryOf('b', 5), null);
  entries.drop('a');
  entries.touch(gone);
  expect(entries.size()).toBe(5);
});
