import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { matchedJobs, metricNames, selectors } from './analysis.ts';
import { tokenize } from './tokens.ts';

test.each<[string, string[]]>([
  ['up', ['up']],
  ['sum(rate(http_requests_total{status=~"5.."}[5m])) by (job)', ['http_requests_total']],
  ['sum by (job, le) (a_bucket) / on (job) group_left (team) b', ['a_bucket', 'b']],
  ['sum without(pod)(a) + ignoring(x) group_right c', ['a', 'c']],
  ['histogram_quantile(0.95, sum by(le)(rate(d_bucket[1h30m:1m] offset 5m)))', ['d_bucket']],
  ['a and on() b or c unless d', ['a', 'b', 'c', 'd']],
  ['a AND b', ['a', 'b']],
  ['a > bool 1e3 ^ 0x1f', ['a']],
  ['job:rate:sum5m * -Inf', ['job:rate:sum5m']],
  ['a @ start() - a @ 160 offset -1w', ['a']],
  ['label_replace(up, "by", "$1", "job", "metric(.*)")', ['up']],
  ["count_values('version', build_info)", ['build_info']],
  ['# up\na # b', ['a']],
  ['topk(3, x) by (y)', ['x']],
  ['{__name__="n", job="x"}', ['n']],
  ['{__name__=~"n.*"}', []],
  ['{"http.requests", "job.name"="x"}', ['http.requests']],
  ['vector(1) + time()', []],
  ['1 + 2', []],
  ['atan2_metric atan2 b', ['atan2_metric', 'b']],
  ['`raw` + "text{}"', []],
  ['', []],
])('metrics of %s', (expr, names) => expect(metricNames(expr)).toEqual(names));

it('a selector has its text and its matchers', () => {
  expect(selectors('rate( a{x = "1" , y=~`\\d}`,z!~\'it\\\'s\\n\'}[5m]) / {"b.c", d!="\\\\"}')).toEqual([
    {
      metric: 'a',
      text: "a{x=\"1\", y=~`\\d}`, z!~'it\\'s\\n'}",
      matchers: [
        { label: 'x', operator: '=', value: '1' },
        { label: 'y', operator: '=~', value: '\\d}' },
        { label: 'z', operator: '!~', value: "it's\n" },
      ],
    },
    { metric: 'b.c', text: '{"b.c", d!="\\\\"}', matchers: [{ label: 'd', operator: '!=', value: '\\' }] },
  ]);
});

it('jobs that are named exactly', () => {
  expect(matchedJobs('a{job="x"} + b{job="x"} + c{job="y"} + e{job!="w"} + f{job!~"v"} + g')).toEqual(['x', 'y']);
});

it.each([
  { regex: 'x', jobs: ['x'] },
  { regex: '(x|y-1)', jobs: ['x', 'y-1'] },
  { regex: 'x|y', jobs: ['x', 'y'] },
  { regex: String.raw`(a\\.b|c\\|d)`, jobs: ['a.b', 'c|d'] },
  { regex: '.*', jobs: [] },
  { regex: 'x.+|y', jobs: [] },
  { regex: '(x|y)z', jobs: [] },
  { regex: String.raw`\\d`, jobs: [] },
  { regex: '', jobs: [] },
])('jobs of the regex $regex', ({ regex, jobs }) => expect(matchedJobs(`a{job=~"${regex}"}`)).toEqual(jobs));

describe('whatever is typed', () => {
  const pieces = fc.constantFrom(
    'a',
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '"',
    "'",
    '`',
    '\\',
    '#',
    '\n',
    ' ',
    '$x',
    '${',
    '=~',
    '=',
    ',',
    '5m',
    'by',
    'é',
    '💥',
  );
  const typed = fc.oneof(
    fc.array(pieces).map((list) => list.join('')),
    fc.string({ unit: 'grapheme' }),
  );
  it('the tokens joined are the text', () => {
    fc.assert(
      fc.property(
        typed,
        (text) =>
          tokenize(text)
            .map((token) => token.text)
            .join('') === text,
      ),
    );
  });
  it('selectors never throws', () => {
    fc.assert(fc.property(typed, (text) => Array.isArray(selectors(text))));
  });
});
