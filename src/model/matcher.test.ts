import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitting, matcherOperators, matcherText, parseMatcher } from './matcher.ts';

describe('a matcher', () => {
  it.each([
    ['job="api"', { job: 'api' }, true],
    ['job="api"', { job: 'apis' }, false],
    ['job!="api"', {}, true],
    ['job=""', {}, true],
    ['job=~"api|web"', { job: 'web' }, true],
    ['job=~"api|web"', { job: 'webs' }, false],
    ['job!~"api.*"', { job: 'api-2' }, false],
    [' job =~ "a.c" ', { job: 'a\nc' }, true],
    ['path="C:\\\\x \\"y\\""', { path: 'C:\\x "y"' }, true],
  ])('%s on %o is %s', (text, labels, expected) => {
    const matcher = parseMatcher(text);
    expect(matcher && fitting([matcher])(labels)).toBe(expected);
  });

  it.each(['job', 'job="', 'job=api', 'job=~"("', '="x"', 'a="1",b="2"'])('is not read from %s', (text) => {
    expect(parseMatcher(text)).toBeNull();
  });

  it('is read back as it was written', () => {
    const operator = fc.constantFrom(...matcherOperators.filter((sign) => !sign.includes('~')));
    const label = fc.stringMatching(/^[A-Za-z_]\w{0,5}$/);
    fc.assert(
      fc.property(fc.record({ label, operator, value: fc.string({ unit: 'binary' }) }), (matcher) => {
        expect(parseMatcher(matcherText(matcher))).toEqual(matcher);
      }),
    );
  });

  it('fits only with all the others', () => {
    const both = fitting([
      { label: 'a', operator: '=', value: '1' },
      { label: 'b', operator: '=~', value: '2|3' },
    ]);
    expect([both({ a: '1', b: '3' }), both({ a: '1' }), both({ b: '3' })]).toEqual([true, false, false]);
    expect(fitting([])({})).toBe(true);
  });
});
