import { expect, it } from 'vitest';
import { carriedSearch } from './carriedSearch.ts';

it.each([
  ['', ''],
  ['panel=cpu&var-site=north&refresh=5s', ''],
  ['from=now-6h&to=now&var-site=north', '?from=now-6h&to=now'],
  ['theme=dark&lang=pt-BR&tz=utc&ds=main&panel=cpu', '?theme=dark&lang=pt-BR&tz=utc&ds=main'],
])('of "%s" a link to another page takes "%s"', (search, expected) => {
  expect(carriedSearch(search)).toBe(expected);
});
