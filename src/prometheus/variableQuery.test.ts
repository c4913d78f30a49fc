import { describe, expect, it, test } from 'vitest';
import { failureOf, fakeClient, success } from './testing.ts';
import { parseVariableQuery, runVariableQuery, type VariableQuery } from './variableQuery.ts';

const span = { from: 60_000, to: 120_000 };

test.each<[string, VariableQuery | null]>([
  ['label_values(job)', { kind: 'label-values', label: 'job', selector: null }],
  [' label_values( up , job ) ', { kind: 'label-values', label: 'job', selector: 'up' }],
  [
    'label_values(up{a="x,y)",b=~"(p|q)"}, instance)',
    { kind: 'label-values', label: 'instance', selector: 'up{a="x,y)",b=~"(p|q)"}' },
  ],
  ['label_values({job="a"},\n instance)', { kind: 'label-values', label: 'instance', selector: '{job="a"}' }],
  ['query_result(topk(3, sum by (a) (x)))', { kind: 'query-result', expr: 'topk(3, sum by (a) (x))' }],
  ['label_values()', null],
  ['label_values(up)x', null],
  ['label_values(up, )', null],
  ['label_values(up, a-b)', null],
  ['query_result( )', null],
  ['metrics(up)', null],
  ['up', null],
  ['', null],
])('%s', (text, expected) => expect(parseVariableQuery(text)).toEqual(expected));

describe('running it', () => {
  it('label values: sorted naturally, each once, none empty', async () => {
    const { client, sent } = fakeClient(success(['node10', 'node2', '', 'Node1', 'node2']));
    expect(await runVariableQuery(client, { query: 'label_values(up{a="b"}, node)', span })).toEqual([
      'Node1',
      'node2',
      'node10',
    ]);
    expect(sent[0]?.url).toBe(
      'http://prometheus.test/api/v1/label/node/values?match%5B%5D=up%7Ba%3D%22b%22%7D&start=60&end=120',
    );
  });

  it('label values of everything', async () => {
    const { client, sent } = fakeClient(success(['a']));
    await runVariableQuery(client, { query: 'label_values(job)', span });
    expect(sent[0]?.url).toBe('http://prometheus.test/api/v1/label/job/values?start=60&end=120');
  });

  it('query results, as Grafana writes them', async () => {
    const result = [
      { metric: { __name__: 'up', job: 'a"b', instance: 'i' }, value: [120, '+Inf'] },
      { metric: {}, value: [120, '1.5'] },
    ];
    const { client, sent } = fakeClient(success({ resultType: 'vector', result }));
    expect(await runVariableQuery(client, { query: 'query_result(x > 1)', span })).toEqual([
      '1.5 120000',
      'up{job="a\\"b",instance="i"} Infinity 120000',
    ]);
    expect(sent[0]?.body).toBe('query=x+%3E+1&time=120');
  });

  test.each([
    ['', ['db-1', 'db-2', 'web-1']],
    ['^db', ['db']],
    ['db-\\d', ['db-1', 'db-2']],
    ['(?:db|web)-(\\d)', ['1', '2']],
    ['/DB-(.)/i', ['1', '2']],
    ['/DB-(.)/gi', ['1', '2']],
    ['nothing', []],
  ])('regex %s', async (regex, expected) => {
    const { client } = fakeClient(success(['web-1', 'db-2', 'db-1']));
    expect(await runVariableQuery(client, { query: 'label_values(host)', regex, span })).toEqual(expected);
  });

  test.each([
    [{ query: 'lable_values(job)' }, /expected: lable_values\(job\)$/],
    [{ query: 'label_values(job)', regex: '(' }, /\(/],
  ])('%j is told to be wrong', async (request, detail) => {
    const { client, sent } = fakeClient(success([]));
    expect(await failureOf(runVariableQuery(client, { ...request, span }))).toMatchObject({
      kind: 'bad-data',
      detail: expect.stringMatching(detail),
    });
    expect(sent).toEqual([]);
  });

  it('can be given up', async () => {
    const { client } = fakeClient(success([]));
    expect(
      await failureOf(runVariableQuery(client, { query: 'label_values(job)', span }, AbortSignal.abort())),
    ).toMatchObject({ kind: 'aborted' });
  });
});
