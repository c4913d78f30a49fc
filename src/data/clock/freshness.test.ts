import { expect, it } from 'vitest';
import { freshnessOf, sinceTick } from './freshness.ts';

it.each([
  { age: 0, refresh: 30_000, is: 'live' },
  { age: null, refresh: 30_000, is: 'live' },
  { age: 60_000, refresh: 30_000, is: 'live' },
  { age: 60_001, refresh: 30_000, is: 'late' },
  { age: 150_000, refresh: 30_000, is: 'late' },
  { age: 150_001, refresh: 30_000, is: 'stale' },
  // With a fast refresh, a hiccup of a few seconds is no news.
  { age: 30_000, refresh: 5_000, is: 'live' },
  { age: 30_001, refresh: 5_000, is: 'late' },
  { age: 120_000, refresh: 5_000, is: 'late' },
  { age: 120_001, refresh: 5_000, is: 'stale' },
  { age: 9_999_999, refresh: null, is: 'still' },
])('$age ms old, refreshed every $refresh ms: $is', ({ age, refresh, is }) => {
  expect(freshnessOf(age, refresh)).toBe(is);
});

it("counts ages by the server where the browser's clock was set back between two ticks", () => {
  const good = { now: 5_000_000, tickedAt: 8_600_000 };
  expect(sinceTick(good, good)).toBe(8_600_000);
  expect(sinceTick(good, { now: 5_030_000, tickedAt: 5_030_000 })).toBe(5_000_000);
  expect(sinceTick(null, good)).toBeNull();
});
