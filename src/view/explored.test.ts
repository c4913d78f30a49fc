import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeExplored, displays, type Explored, encodeExplored, exploreAddress } from './explored.ts';

/** Through a query string, as an address does. */
function throughUrl(explored: Explored): Explored {
  const params = new URLSearchParams();
  for (const [key, values] of Object.entries(encodeExplored(explored)))
    for (const value of values) params.append(key, value);
  const read = new URLSearchParams(params.toString());
  return decodeExplored((key) => read.getAll(key));
}

const query = fc.record({
  expr: fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== ''),
  legend: fc.string({ unit: 'grapheme' }),
  mode: fc.constantFrom('range' as const, 'instant' as const),
  isHidden: fc.boolean(),
});

describe('what was run on Explore', () => {
  it('comes back from its address', () => {
    const explored = fc.record({
      queries: fc.array(query, { maxLength: 6 }),
      step: fc.option(fc.integer({ min: 1, max: 1e10 })),
      at: fc.option(fc.integer({ min: 0, max: 4e12 })),
      display: fc.constantFrom(...displays),
    });
    fc.assert(
      fc.property(explored, (given) => {
        expect(throughUrl(given)).toEqual(given);
      }),
    );
  });

  it('takes a lone expression, and passes over what cannot be read', () => {
    const read = (search: string) => decodeExplored((key) => new URLSearchParams(search).getAll(key));
    expect(read('expr=up')).toEqual({
      queries: [{ expr: 'up', legend: '', mode: 'range', isHidden: false }],
      step: null,
      at: null,
      display: 'graph',
    });
    expect(read('expr=&step=soon&at=now&show=pie&mode=x')).toEqual({
      queries: [],
      step: null,
      at: null,
      display: 'graph',
    });
  });

  it('keeps range and server of the page that it was opened from', () => {
    const queries = [{ expr: 'a{b="c&d"}', legend: '{{x}}', mode: 'instant' as const, isHidden: false }];
    const address = exploreAddress(queries, '?var-job=x&ds=main&to=now&panel=p', 'now-6h');
    const params = new URL(address, 'http://localhost').searchParams;
    expect([...params]).toEqual([
      ['ds', 'main'],
      ['to', 'now'],
      ['from', 'now-6h'],
      ['expr', 'a{b="c&d"}'],
      ['legend', '{{x}}'],
      ['mode', 'instant'],
    ]);
  });
});
