import { expect, it, test } from 'vitest';
import { ask } from './testing.ts';

const timing = { evaluationTime: expect.any(Number), lastEvaluation: expect.stringMatching(/^2026-01-15T1[12]:/) };
const down = {
  labels: { alertname: 'Down', instance: 'web-2:80', job: 'web', severity: 'critical' },
  annotations: { summary: 'web-2:80 is down' },
  state: 'firing',
  activeAt: expect.stringMatching(/^2026-01-14T/),
  value: '0e+00',
};
const ended = {
  labels: { alertname: 'Ended' },
  annotations: {},
  state: 'pending',
  activeAt: expect.stringMatching(/^2026-01-15T11:0/),
  value: '1e+00',
};
const alerting = { labels: {}, annotations: {}, keepFiringFor: 0, health: 'ok', type: 'alerting', ...timing };

const groups = [
  {
    name: 'db',
    file: 'rules/db.yml',
    interval: 15,
    limit: 0,
    ...timing,
    rules: [{ ...alerting, name: 'Ended', query: 'absent(ended)', duration: 7200, state: 'pending', alerts: [ended] }],
  },
  {
    name: 'web',
    file: 'rules/web.yml',
    interval: 15,
    limit: 0,
    ...timing,
    rules: [
      {
        ...alerting,
        name: 'Down',
        query: 'up == 0',
        duration: 0,
        state: 'firing',
        labels: { severity: 'critical' },
        annotations: { summary: '{{ $labels.instance }} is down' },
        alerts: [down],
      },
      { ...alerting, name: 'Never', query: 'up > 1', duration: 0, state: 'inactive', alerts: [] },
      { name: 'job:up:sum', query: 'sum by (job) (up)', labels: {}, health: 'ok', type: 'recording', ...timing },
    ],
  },
];

it('tells of alerts by group', async () => {
  expect(await ask('alerts')).toEqual({ status: 200, body: { status: 'success', data: { alerts: [ended, down] } } });
});

it('tells of rules by file and group', async () => {
  expect(await ask('rules')).toEqual({ status: 200, body: { status: 'success', data: { groups } } });
});

test.each([
  ['type=record', ['job:up:sum']],
  ['type=ALERT', ['Ended', 'Down', 'Never']],
  ['rule_name[]=Never&rule_name[]=Ended', ['Ended', 'Never']],
  ['rule_group[]=db', ['Ended']],
  ['file[]=rules/web.yml&type=alert', ['Down', 'Never']],
  ['match[]={severity="critical"}', ['Down']],
  ['rule_name[]=nobody', []],
])('filters rules by %s', async (filter, names) => {
  const found = names.map((name) => expect.objectContaining({ name }));
  const { body } = await ask(`rules?${filter}`);
  expect(body).toHaveProperty('data.groups');
  expect(rulesOf(body)).toEqual(found);
});

it('leaves alerts out where they are not wanted', async () => {
  const { body } = await ask('rules?exclude_alerts=true&type=alert');
  expect(rulesOf(body)).toEqual(Array(3).fill(expect.objectContaining({ alerts: null })));
});

it('gives groups in pages', async () => {
  const first = await ask('rules?group_limit=1');
  expect(first.body).toMatchObject({ data: { groups: [{ name: 'db' }], groupNextToken: expect.any(String) } });
  const token = property(property(first.body, 'data'), 'groupNextToken');
  const second = await ask(`rules?group_limit=1&group_next_token=${encodeURIComponent(String(token))}`);
  expect(second.body).toMatchObject({ data: { groups: [{ name: 'web' }] } });
  expect(second.body).not.toHaveProperty('data.groupNextToken');
});

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function rulesOf(body: unknown): unknown[] {
  const groups = property(property(body, 'data'), 'groups');
  return Array.isArray(groups) ? groups.flatMap((group) => property(group, 'rules')) : [];
}
