import { describe, expect, it } from 'vitest';
import { alertEntries, boardEntries, entry, metricEntries, targetEntries } from './entries.ts';
import { type Group, search } from './search.ts';

const group = (id: Group['id'], labels: readonly string[], changes: Partial<Group> = {}): Group => ({
  id,
  entries: labels.map((label) => entry({ id: `${id} ${label}`, label, detail: '', effect: { to: '/' } })),
  isOpen: false,
  isLoading: false,
  failure: null,
  ...changes,
});
const listed = (groups: readonly Group[], words: readonly string[], wishes: readonly [Group['id'], number][] = []) =>
  search(groups, words, new Map(wishes)).map(({ group: { id }, found, left }) => [
    id,
    found.map(({ entry: { label } }) => label),
    left,
  ]);
const many = Array.from({ length: 100 }, (_, i) => `metric_${String(i).padStart(3, '0')}`);
const failure = { text: 'No answer', retry: () => {} };

describe('search', () => {
  it('lists open groups before anything is typed', () => {
    const groups = [group('pages', ['Overview'], { isOpen: true }), group('metrics', many)];
    expect(listed(groups, [])).toEqual([['pages', ['Overview'], 0]]);
  });

  it('puts the group with the best entry first', () => {
    const groups = [group('boards', ['Setup']), group('metrics', ['up', 'node_up'])];
    expect(listed(groups, ['up'])).toEqual([
      ['metrics', ['up', 'node_up'], 0],
      ['boards', ['Setup'], 0],
    ]);
  });

  it('lists a few, and as many more as are wished for', () => {
    expect(listed([group('metrics', many)], ['metric'])).toEqual([['metrics', many.slice(0, 6), 94]]);
    expect(listed([group('metrics', many)], ['metric'], [['metrics', 1]])).toEqual([
      ['metrics', many.slice(0, 56), 44],
    ]);
    expect(listed([group('metrics', many)], ['metric'], [['metrics', 2]])).toEqual([['metrics', many, 0]]);
    expect(listed([group('metrics', many.slice(0, 7))], ['metric'])).toEqual([['metrics', many.slice(0, 7), 0]]);
  });

  it('keeps a group that failed or is coming in sight, and the others whole', () => {
    const groups = [
      group('boards', ['Cameras']),
      group('targets', [], { failure }),
      group('metrics', [], { isLoading: true }),
      group('alerts', ['Other']),
    ];
    expect(listed(groups, ['cam'])).toEqual([
      ['boards', ['Cameras'], 0],
      ['targets', [], 0],
      ['metrics', [], 0],
    ]);
    expect(listed(groups, [])).toEqual([['targets', [], 0]]);
  });
});

describe('where entries lead to', () => {
  const to = (entries: readonly { readonly effect: object }[]) =>
    entries.map(({ effect }) => ('to' in effect ? effect.to : null));

  it('boards and metrics', () => {
    const title = { en: 'Business', 'pt-BR': 'Negócio' };
    const dashboards = [{ id: 'business', title, section: 'business' as const }];
    const pack = { id: 'gt', title, description: title, detect: '', jobs: [], figures: [], scrape: '', links: [] };
    const boards = boardEntries([{ ...pack, dashboards }], 'pt-BR');
    expect(boards.map(({ label }) => label)).toEqual(['Negócio']);
    expect(to(boards)).toEqual(['/d/gt/business']);
    expect(to(metricEntries([{ name: 'a:b', type: '', help: '' }]))).toEqual(['/explore?expr=a%3Ab']);
  });

  it('jobs and targets, whatever their labels hold', () => {
    const target = {
      health: 'down' as const,
      labels: { job: 'a"&b', instance: 'host:1' },
      discoveredLabels: {},
      scrapePool: 'a',
      scrapeUrl: 'http://host:1/metrics',
      lastError: '',
      lastScrape: null,
      lastScrapeDuration: 0,
      scrapeInterval: null,
      scrapeTimeout: null,
    };
    const up = (n: number, all: number) => `${n} of ${all}`;
    const entries = targetEntries([target], {
      boardOf: (job) => `Board ${job}`,
      up,
      health: { up: 'up', down: 'down', unknown: '?' },
    });
    expect(entries.map(({ label, detail, tone }) => [label, detail, tone])).toEqual([
      ['a"&b', '0 of 1', 'critical'],
      ['Board a"&b', '', undefined],
      ['host:1', 'a"&b, down', 'critical'],
    ]);
    const matchers = to(entries).map((address) => new URL(String(address), 'http://m').searchParams.getAll('match'));
    expect(matchers).toEqual([['job="a\\"&b"'], [], ['job="a\\"&b"', 'instance="host:1"']]);
  });

  it('alerts by name, those that fire first', () => {
    const alert = { labels: { severity: 'critical' }, annotations: {}, activeAt: 0, value: 1 };
    const rule = (name: string, alerts: readonly ('firing' | 'pending')[]) => ({
      kind: 'alerting' as const,
      name,
      expr: '',
      labels: {},
      health: 'ok',
      lastError: '',
      lastEvaluation: null,
      evaluationTime: 0,
      alerting: {
        state: 'inactive' as const,
        for: 0,
        keepFiringFor: 0,
        annotations: {},
        alerts: alerts.map((state) => ({ ...alert, state })),
      },
    });
    const rules = [rule('Quiet', []), rule('Twice', ['pending']), rule('Twice', ['firing', 'firing'])];
    const groups = [{ name: 'g', file: 'f', interval: 0, lastEvaluation: null, evaluationTime: 0, rules }];
    const entries = alertEntries(groups, (firing, pending) => `${firing} ${pending}`);
    expect(entries.map(({ label, detail, tone }) => [label, detail, tone])).toEqual([
      ['Twice', '2 1', 'critical'],
      ['Quiet', '0 0', 'neutral'],
    ]);
    expect(to(entries)[0]).toBe('/alerts?match=alertname%3D%22Twice%22');
  });

  it('cuts what is too long to be read', () => {
    expect(metricEntries([{ name: 'x'.repeat(10_000), type: '', help: '' }])[0]?.label).toHaveLength(200);
  });
});
