import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MatchOperator, makeMatcher, matchesAll } from '../../promql/matchers.ts';
import { createIndex } from './series-index.ts';

const names = ['__name__', 'job', 'code', 'constructor'];
const texts = ['', 'a', 'b', 'a/b', 'ab', '200', 'a.b'];
const patterns = ['', 'a', 'a|b', 'a|b|zz', 'a/b|200', '.*', '.+', 'a.*', '[ab]', 'a|', 'a.b'];

const someLabels = fc
  .dictionary(fc.constantFrom(...names), fc.constantFrom(...texts.slice(1)), { noNullPrototype: true })
  .map((labels) => ({ ...labels }));
const operators: readonly MatchOperator[] = ['=', '!=', '=~', '!~'];
const someMatcher = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...operators))
  .chain(([name, operator]) =>
    fc
      .constantFrom(...(operator === '=' || operator === '!=' ? texts : patterns))
      .map((value) => makeMatcher(name, operator, value)),
  );

describe('the index', () => {
  it('finds what trying every series finds, in the same order', () => {
    fc.assert(
      fc.property(fc.array(someLabels, { maxLength: 30 }), fc.array(someMatcher, { maxLength: 4 }), (all, matchers) => {
        const tried = all.flatMap((labels, i) => (matchesAll(matchers, labels) ? [i] : []));
        expect(createIndex(all).find(matchers)).toEqual(tried);
      }),
      { numRuns: 500 },
    );
  });

  it('tries a pattern once for each value, and only for series that an equality leaves', () => {
    const all = Array.from({ length: 1000 }, (_, i) => ({ __name__: `m${i % 10}`, pod: `p${i % 50}` }));
    let tries = 0;
    const counted = {
      ...makeMatcher('pod', '=~', 'p.*1'),
      matches: (text: string) => ++tries > 0 && text.endsWith('1'),
    };
    const found = createIndex(all).find([counted, makeMatcher('__name__', '=', 'm1')]);
    expect(found).toHaveLength(100);
    expect(tries).toBe(5);
  });
});
