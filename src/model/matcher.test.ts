import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitting, isJudged, matcherOperators, matcherText, parseMatcher } from './matcher.ts';

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

  it.each([
    ['(?i)hot', 'HOT', true],
    ['(?i)hot', 'cold', false],
    ['(?i)hot|cold', 'Cold', true],
    ['(?s)a.c', 'a\nc', true],
    ['(?is)a.c', 'A\nC', true],
    ['(?i)(?s)a.c', 'A\nC', true],
    // How much a part takes is no matter where the whole has to match.
    ['(?U)a+b*', 'aab', true],
    ['(?P<name>a|b)c', 'bc', true],
    ['(?<name>a|b)c', 'ac', true],
    ['(?P<x>a)(?P<x1>b)', 'ab', true],
    ['\\Aa\\z', 'a', true],
    ['a\\z', 'az', false],
    ['\\\\z', '\\z', true],
    ['\\(?i', '(i', true],
    ['\\d+[\\w.-]', '12-', true],
    ['host[:/].*', 'host:80', true],
  ])('=~ %s fits %j: %s, as in RE2', (value, text, expected) => {
    const matcher = parseMatcher(matcherText({ label: 'a', operator: '=~', value }));
    expect(matcher).toEqual({ label: 'a', operator: '=~', value });
    expect(matcher && isJudged(matcher)).toBe(true);
    expect(matcher && fitting([matcher])({ a: text })).toBe(expected);
    expect(fitting([{ label: 'a', operator: '!~', value }])({ a: text })).toBe(!expected);
  });

  it.each([
    '[[:alpha:]]+',
    '[^[:^digit:]x]',
    '\\pL+',
    '\\p{Greek}',
    '[\\PN]',
    '\\Qa.b\\E',
    '\\x{10FFFF}',
    '\\a',
    '\\C',
    '[]a]',
    '[^]a]',
    'a(?i)b',
    '(?i:hot)',
    '(?m)^a$',
    '(?i-s)a',
  ])('=~ %s is RE2 that cannot be judged here: it is read, and whatever the rest fits may fit', (value) => {
    for (const operator of ['=~', '!~'] as const) {
      const matcher = { label: 'a', operator, value };
      expect(parseMatcher(matcherText(matcher))).toEqual(matcher);
      expect(isJudged(matcher)).toBe(false);
      expect(fitting([matcher])({ a: 'x' })).toBe(true);
      expect(fitting([matcher, { label: 'b', operator: '=', value: '1' }])({ a: 'x' })).toBe(false);
    }
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
