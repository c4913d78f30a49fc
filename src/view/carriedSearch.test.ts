import { expect, it } from 'vitest';
import { carriedSearch, pageAddress } from './carriedSearch.ts';

it.each([
  ['', ''],
  ['panel=cpu&var-site=north&refresh=5s', ''],
  ['from=now-6h&to=now&var-site=north', '?from=now-6h&to=now'],
  ['theme=dark&lang=pt-BR&tz=utc&ds=main&panel=cpu', '?theme=dark&lang=pt-BR&tz=utc&ds=main'],
])('of "%s" a link to another page takes "%s"', (search, expected) => {
  expect(carriedSearch(search)).toBe(expected);
});

it.each([
  ['/rules', '', '/rules'],
  ['/rules', '?ds=b&from=now-6h&panel=cpu', '/rules?ds=b&from=now-6h'],
  ['/', 'ds=b', '/?ds=b'],
  ['/alerts?match=a&match=b', 'ds=b', '/alerts?ds=b&match=a&match=b'],
  ['/explore?expr=a?b#result', 'ds=b', '/explore?ds=b&expr=a%3Fb#result'],
  // What a link says itself is meant.
  ['/d/gt/main?ds=c&from=now-7d', 'ds=b&from=now-1h&theme=dark', '/d/gt/main?theme=dark&ds=c&from=now-7d'],
  // A wall goes through boards, and each has a range of its own.
  ['/kiosk/all', 'ds=b&from=now-6h&to=now&tz=utc&theme=dark&lang=en', '/kiosk/all?ds=b&tz=utc&theme=dark&lang=en'],
])('to %s from a page with "%s" it is %s', (to, search, expected) => {
  expect(pageAddress(to, search)).toBe(expected);
});
