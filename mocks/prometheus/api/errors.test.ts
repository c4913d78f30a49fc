import { expect, it, test } from 'vitest';
import { cpuTime } from '../../../src/testing/cpuTime.ts';
import { ask, noon, post, respond } from './testing.ts';

const at = noon / 1000;
const q = encodeURIComponent;
const failure = (status: number, errorType: string, error: unknown) => ({
  status,
  body: { status: 'error', errorType, error },
});

const range = `query_range?query=1&start=${at}`;

test.each([
  ['query', 'invalid parameter "query": 1:1: parse error: no expression found in input'],
  [
    'query?query=1&time=x',
    `invalid parameter "time": invalid time value for 'time': cannot parse "x" to a valid timestamp`,
  ],
  ['query?query=1&time=2026-13-01T00:00:00Z', expect.stringContaining('to a valid timestamp')],
  ['query?query=1&timeout=1x', 'invalid parameter "timeout": cannot parse "1x" to a valid duration'],
  ['query?query=1&lookback_delta=x', expect.stringContaining('to a valid duration')],
  ['query?query=1&lookback_delta=1m', expect.stringContaining('always looks back 5m')],
  ['query?query=1&limit=x', 'invalid parameter "limit": strconv.Atoi: parsing "x": invalid syntax'],
  ['query?query=1&limit=-1', 'invalid parameter "limit": limit must be non-negative'],
  ['query_range?query=1', 'invalid parameter "start": cannot parse "" to a valid timestamp'],
  [`${range}&end=${at - 1}&step=1`, 'invalid parameter "end": end timestamp must not be before start time'],
  [`${range}&end=${at}`, 'invalid parameter "step": cannot parse "" to a valid duration'],
  [
    `${range}&end=${at}&step=0`,
    'invalid parameter "step": zero or negative query resolution step widths are not accepted. Try a positive integer',
  ],
  [
    `${range}&end=${at}&step=1e40`,
    'invalid parameter "step": cannot parse "1e40" to a valid duration. It overflows int64',
  ],
  [
    `${range}&end=${at + 11_001}&step=1`,
    'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
  ],
  [
    `query_range?query=${q('up[5m]')}&start=${at}&end=${at}&step=1`,
    'invalid parameter "query": invalid expression type "range vector" for range query, must be Scalar or instant Vector',
  ],
  ['series', 'no match[] parameter provided'],
  ['series?match[]={}', 'invalid parameter "match[]": match[] must contain at least one non-empty matcher'],
  ['labels?match[]={}', 'match[] must contain at least one non-empty matcher'],
  [
    'labels?start=x',
    `invalid parameter "start": invalid time value for 'start': cannot parse "x" to a valid timestamp`,
  ],
  ['label/a%zz/values', 'invalid label name: "a%zz"'],
  ['metadata?limit=x', 'limit must be a number'],
  ['targets/metadata?limit=1.5', 'limit must be a number'],
  ['rules?type=x', 'invalid parameter "type": not supported value "x"'],
  ['rules?exclude_alerts=x', expect.stringContaining('error converting exclude_alerts')],
  ['rules?group_next_token=x', expect.stringContaining('group_limit needs to be present')],
  ['rules?group_limit=0', 'invalid parameter "group_limit": group_limit needs to be greater than 0'],
  ['rules?group_limit=x', expect.stringContaining('group_limit needs to be a valid number')],
  ['rules?group_limit=1&group_next_token=x', expect.stringContaining(`invalid group_next_token 'x'`)],
  ['status/tsdb?limit=0', 'limit must be a positive number'],
  ['status/tsdb?limit=10001', 'limit must not exceed 10000'],
  ['query_exemplars?query=up&start=2&end=1', 'end timestamp must not be before start timestamp'],
])('%s', async (path, error) => expect(await ask(path)).toEqual(failure(400, 'bad_data', error)));

it('says that data does not fit an expression', async () => {
  const answer = await ask(`query?query=${q('up + on (job) up')}`);
  expect(answer).toEqual(failure(422, 'execution', expect.stringContaining('many-to-many matching not allowed')));
});

it('gives up what takes too long or too much, before it has', async () => {
  const late = 'query timed out in expression evaluation';
  expect(await ask('query?query=up&timeout=0')).toEqual(failure(503, 'timeout', late));
  const much = 'query processing would load too many samples into memory in query execution';
  expect(await ask(`query?query=${q('count_over_time(up[20y])')}`)).toEqual(failure(422, 'execution', much));
});

it('evaluates nothing for someone who has gone', async () => {
  const request = new Request('http://localhost/api/v1/query?query=up', { signal: AbortSignal.abort() });
  expect((await respond(request)).status).toBe(499);
});

const long = 1 << 20;
const hostile: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['blanks', ' \n\t '],
  ['an open parenthesis', 'sum(rate(up[5m])'],
  ['a closing parenthesis', 'up)'],
  ['an unknown function', 'no_such_function(up)'],
  ['a function named like a member of every object', 'constructor(up)'],
  ['a duration without a unit of its own', 'up[5x]'],
  ['a text without an end', 'up{job="'],
  ['a bad escape', 'up{job="\\q"}'],
  ['a regular expression that is none', 'up{job=~"("}'],
  ['a backreference, which RE2 does not have', 'up{job=~"(a)\\\\1"}'],
  ['lookahead, which RE2 does not have', 'up{job=~"(?=a)"}'],
  ['a megabyte of a letter', 'a'.repeat(long).concat('(')],
  ['a megabyte of parentheses', '('.repeat(long)],
  ['a megabyte of braces', '{'.repeat(long)],
  ['a megabyte of signs', '-'.repeat(long)],
  ['a megabyte of quotes', '"'.repeat(long + 1)],
  ['a megabyte of sums', 'sum('.repeat(long / 4)],
  ['control characters', 'up\u0000\u0007'],
  ['half of a surrogate pair', '\ud800'],
];

test.each(hostile)('refuses %s quickly', async (_, query) => {
  const before = cpuTime();
  const response = await post('query', { query });
  expect(await response.json()).toMatchObject({ status: 'error', errorType: 'bad_data' });
  expect(response.status).toBe(400);
  expect(cpuTime() - before).toBeLessThan(5000);
});

test.each([
  ['a regular expression made to backtrack', 'up{job=~"(a+)+$|(a*)*b|web"}'],
  ['labels named like members of every object', 'sum by (__proto__, constructor, toString, job) (up{job="web"})'],
])('answers %s', async (_, query) => {
  const response = await post('query', { query });
  expect(await response.json()).toMatchObject({ status: 'success' });
});

it('writes labels named like members of every object as any other', async () => {
  const text = 'label_replace(vector(1), "__proto__", "x", "", "")';
  const response = await post('query', { query: `label_replace(${text}, "constructor", "y", "", "")` });
  expect(await response.text()).toContain('"metric":{"__proto__":"x","constructor":"y"}');
});
