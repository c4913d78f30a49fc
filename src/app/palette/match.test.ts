import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, marksOf, scoreOf, wordsOf } from './match.ts';

const searched = (label: string, further = '') => ({ label, folded: fold(label), further: fold(further) });
const find = (typed: string, label: string, further = '') => scoreOf(searched(label, further), wordsOf(typed));
const marked = (typed: string, label: string) => {
  const marks = new Set(marksOf(searched(label), wordsOf(typed)));
  return [...label].map((letter, i) => (marks.has(i) ? letter.toUpperCase() : letter)).join('');
};

describe('what fits', () => {
  it.each([
    ['http', 'http_requests_total', 'HTTP_requests_total'],
    ['req', 'http_requests_total', 'http_REQuests_total'],
    ['total http', 'http_requests_total', 'HTTP_requests_TOTAL'],
    ['htrq', 'http_requests_total', 'hTtp_ReQuests_total'.replace('hTtp', 'HtTp')],
    ['cam', 'câmeras', 'CÂMeras'],
    ['câm', 'cameras', 'CAMeras'],
    ['e', 'the end', 'the End'],
  ])('%s in %s', (typed, label, expected) => {
    expect(marked(typed, label)).toBe(expected);
  });

  it.each([
    ['x', 'http_requests_total'],
    ['qh', 'http_requests_total'],
    ['up', 'u_p'],
    ['cam', 'Change of the Timeout'],
    ['http nothing', 'http_requests_total'],
    ['abc', `a${' '.repeat(30)}b${' '.repeat(30)}c`],
  ])('%s is not in %s', (typed, label) => {
    expect(find(typed, label)).toBeNull();
  });

  it('finds by words that are not shown, and marks nothing', () => {
    expect(find('gt', 'Cameras', 'GT-Vision')).not.toBeNull();
    expect(marksOf(searched('Cameras', 'GT-Vision'), ['gt'])).toEqual([]);
  });
});

describe('which comes first', () => {
  it.each<[string, string, string]>([
    ['up', 'up', 'up_total'],
    ['up', 'up_total', 'node_up'],
    ['up', 'node_up', 'setup'],
    ['rate', 'HighErrorRate', 'separate'],
    ['alert', 'alerts', 'alerts_received_total'],
    ['mem', 'node_memory_bytes', 'some_events_missing'],
    ['nmb', 'node_memory_bytes', 'xnmxb'],
  ])('%s: %s before %s', (typed, first, second) => {
    expect(find(typed, first)).toBeGreaterThan(find(typed, second) ?? Number.NEGATIVE_INFINITY);
  });
});

it('folds in place', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'aÂéßİﬁ한😀\u0301') }),
      (text) => fold(text).length === text.length,
    ),
  );
});

it('finds whatever holds the word', () => {
  const word = fc.string({ minLength: 1 }).filter((text) => wordsOf(text)[0] === fold(text));
  fc.assert(fc.property(word, fc.string(), fc.string(), (w, a, b) => find(w, `${a}${w}${b}`) !== null));
});

it('marks letters of the words, in their order', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (typed, label) => {
      const marks = marksOf(searched(label), wordsOf(typed));
      return marks.every((at) => fold(typed).includes(fold(label).charAt(at)) && at < label.length);
    }),
  );
});
