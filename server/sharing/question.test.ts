import { describe, expect, test } from 'vitest';
import { keepUntil, readQuestion } from './question.ts';

const base = { server: 'main', endpoint: 'series', method: 'GET', query: '', body: null, headers: {} };
type Written = Parameters<typeof readQuestion>[0];
const keyOf = (written: Partial<Written>) => readQuestion({ ...base, ...written }).key;

describe('readQuestion', () => {
  test.each<[string, Partial<Written>, Partial<Written>]>([
    ['the order of names', { query: 'a=1&b=2' }, { query: 'b=2&a=1' }],
    ['escapes', { query: 'query=a%20b%7B%7d' }, { query: 'query=a+b{}' }],
    ['the method', { query: 'query=up' }, { method: 'POST', body: Buffer.from('query=up') }],
    ['nothing between two &', { query: 'a=1&&b=2' }, { query: 'a=1&b=2&' }],
    ['the order of headers', { headers: { a: '1', b: '2' } }, { headers: { b: '2', a: '1' } }],
  ])('%s makes no difference', (_name, one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  test.each<[string, Partial<Written>, Partial<Written>]>([
    ['the data source', { server: 'a' }, { server: 'b' }],
    ['the endpoint', { endpoint: 'label/a/values' }, { endpoint: 'label/b/values' }],
    ["the viewer's rights", { headers: { authorization: 'ann' } }, { headers: { authorization: 'bob' } }],
    ['a tenant', { headers: { 'x-scope-orgid': '1' } }, { headers: {} }],
    ['the encoding', { headers: { 'accept-encoding': 'gzip' } }, { headers: { 'accept-encoding': 'identity' } }],
    ['the order of one name', { query: 'a=1&a=2' }, { query: 'a=2&a=1' }],
    [
      'which comes first, form or address',
      { query: 'a=1', body: Buffer.from('a=2') },
      { query: 'a=2&a=1&', body: Buffer.from('a=1') },
    ],
    ['case', { query: 'query=Up' }, { query: 'query=up' }],
    ['a & that is a value', { query: 'a=1%26b=2' }, { query: 'a=1&b=2' }],
    ['an = in a name', { query: 'a%3D1=2' }, { query: 'a=1=2' }],
    ['bytes that are no UTF-8', { query: 'a=%FF' }, { query: 'a=%FE' }],
    ['a raw ;, which Prometheus refuses', { query: 'a=1;2' }, { query: 'a=1%3B2' }],
    ['raw bytes', { body: Buffer.from('a=é') }, { body: Buffer.from('a=Ã©') }],
    ['raw bytes and their look', { body: Buffer.from('a=é') }, { query: 'a=%C3%83%C2%A9' }],
  ])('%s makes a difference', (_name, one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  test.each(['query=up', 'query=up&time=', 'query=a;b&time=1', 'query=time()&timeout=1s', 'query=time()%2B1'])(
    'no other question is equal to %s',
    (query) => {
      expect(keyOf({ endpoint: 'query', query })).toBeNull();
    },
  );
});

describe('keepUntil', () => {
  const at = (time: string) => Date.parse(`2026-01-01T${time}Z`);
  const s = (time: string) => at(time) / 1000;
  const until = (endpoint: string, query: string, now: string) => {
    const kept = keepUntil(readQuestion({ ...base, endpoint, query }), at(now));
    return new Date(kept).toISOString().slice(11, 19);
  };
  const range = (start: string, end: string, step: string) => `query=up&start=${s(start)}&end=${s(end)}&step=${step}`;

  test.each([
    ['a range, to the end of its step', 'query_range', range('11:00:00', '11:59:30', '15'), '12:00:03', '12:00:15'],
    ['a step as a duration', 'query_range', range('11:00:00', '12:00:00', '1m'), '12:00:03', '12:01:00'],
    [
      'dates in words',
      'query_range',
      'start=2026-01-01T11:00:00Z&end=2026-01-01T12:00:00Z&step=30',
      '12:00:03',
      '12:00:30',
    ],
    ['at least two seconds', 'query_range', range('11:00:00', '11:59:45', '15'), '12:00:14', '12:00:16'],
    ['while pages round to its end', 'query_range', range('11:00:00', '12:00:00', '15'), '12:00:03', '12:00:30'],
    ['no longer than to the next end', 'query_range', range('11:00:15', '12:00:15', '15'), '12:00:17', '12:00:30'],
    ['as coarsely as pages round', 'query_range', range('11:00:10', '12:00:10', '5'), '12:00:13', '12:00:20'],
    [
      'from its end on, for a page whose clock is ahead of ours',
      'query_range',
      range('11:00:00', '12:00:00', '15'),
      '11:59:59.990',
      '12:00:30',
    ],
    ['not what lies ahead by any clock', 'query_range', range('11:00:15', '12:00:15', '15'), '12:00:03', '12:00:15'],
    [
      'what ends far ahead, for the step only',
      'query_range',
      range('11:00:00', '12:10:00', '15'),
      '12:00:03',
      '12:00:15',
    ],
    ['an instant on a grid, for such a page', 'query', `time=${s('12:00:30')}`, '12:00:29.990', '12:01:00'],
    ['at most five minutes', 'query_range', range('00:00:00', '12:00:00', '1h'), '12:00:03', '12:05:03'],
    [
      'what was long ago, for the rest of the step too',
      'query_range',
      range('01:00:00', '02:00:00', '15'),
      '12:00:03',
      '12:00:15',
    ],
    ['days of another zone', 'query_range', range('03:00:00', '03:00:00', '1d'), '12:00:03', '12:05:03'],
    ['off its grid', 'query_range', range('11:00:01', '12:00:01', '15'), '12:00:03', '12:00:03'],
    ['ends on different grids', 'query_range', range('11:00:01', '12:00:00', '15'), '12:00:03', '12:00:03'],
    ['no step', 'query_range', range('11:00:00', '12:00:00', ''), '12:00:03', '12:00:03'],
    ['a step of nothing', 'query_range', range('11:00:00', '12:00:00', '0'), '12:00:03', '12:00:03'],
    ['an instant on a grid', 'query', `time=${s('12:00:30')}`, '12:00:31', '12:01:00'],
    ['an instant on a finer one', 'query', `time=${s('12:00:15')}`, '12:00:16', '12:00:30'],
    ['an instant on none', 'query', `time=${s('12:00:17')}`, '12:00:18', '12:00:20'],
    ['an instant of now', 'query', 'query=up', '12:00:18', '12:00:18'],
    ['no time that anyone reads', 'query', 'time=tomorrow', '12:00:18', '12:00:18'],
    ['a list of now', 'targets', 'state=active', '12:00:18', '12:00:20'],
    ['a list of a window on a grid', 'label/job/values', `end=${s('12:05:00')}`, '12:01:00', '12:05:00'],
    ['a list of another window', 'series', `end=${s('12:00:17')}`, '12:00:18', '12:00:20'],
    ['what servers may read differently', 'targets', 'state=a;b', '12:00:18', '12:00:18'],
  ])('%s', (_name, endpoint, query, now, expected) => {
    expect(until(endpoint, query, now)).toBe(expected);
  });
});
