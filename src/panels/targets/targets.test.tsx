// @vitest-environment happy-dom
import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Target } from '../../model/target.ts';
import { noon, panelProps } from '../../testing/panelProps.ts';
import targets from './index.ts';
import { groupByJob } from './transform.ts';

const target = (job: string, instance: string, health: Target['health'] = 'up'): Target => ({
  health,
  labels: { job, instance },
  discoveredLabels: {},
  scrapePool: job,
  scrapeUrl: `http://${instance}/metrics`,
  lastError: health === 'down' ? 'connection refused' : '',
  lastScrape: health === 'unknown' ? null : noon - 8000,
  lastScrapeDuration: 5,
  scrapeInterval: 15_000,
  scrapeTimeout: 10_000,
});
const all = [
  target('api', 'a:1'),
  target('web', 'w:2', 'unknown'),
  target('db', 'd:1'),
  target('db', 'd:3', 'down'),
  target('db', 'd:2', 'down'),
];
const propsOf = (list: readonly Target[], options: Record<string, unknown> = {}) =>
  panelProps(targets.decodeOptions(options), { data: { targets: list } });

describe('jobs', () => {
  it('come with what is down first, and their targets too', () => {
    const jobs = groupByJob(all, []);
    expect(jobs.map(({ name, up, total }) => [name, up, total])).toEqual([
      ['db', 1, 3],
      ['web', 0, 1],
      ['api', 1, 1],
    ]);
    expect(jobs[0]?.targets.map((one) => one.labels.instance)).toEqual(['d:2', 'd:3', 'd:1']);
  });

  it('that are asked for are listed even when they have no target', () => {
    expect(groupByJob(all, ['api', 'ghost']).map(({ name, total, tone }) => [name, total, tone])).toEqual([
      ['ghost', 0, 'warning'],
      ['api', 1, 'ok'],
    ]);
  });
});

describe('a targets panel', () => {
  it('shows what is down with its error, and how many are up', () => {
    render(<targets.Panel {...propsOf(all)} />);
    const down = screen.getAllByRole('listitem').filter((item) => within(item).queryByText('d:2'));
    expect(down.at(-1)?.textContent).toContain('connection refused');
    expect(within(down.at(-1) ?? document.body).getByRole('img', { name: 'down' })).toBeTruthy();
    expect(screen.getByText('1 of 3 up')).toBeTruthy();
    expect(screen.getByText('never scraped')).toBeTruthy();
    expect(screen.getAllByText('scraped 8 s ago')).toHaveLength(4);
  });

  it('says that there are none', () => {
    const props = propsOf([]);
    render(<targets.Panel {...props} />);
    expect(screen.getByText('This server scrapes nothing.')).toBeTruthy();
    expect(targets.summary(props)).toBe('This server scrapes nothing.');
  });

  it('tells its targets to listeners and machines', () => {
    const props = propsOf(all);
    expect(targets.summary(props)).toBe('2 of 5 up. Down: d:2, d:3.');
    expect(targets.toTable(props).rows[0]?.map((cell) => cell.raw)).toEqual([
      'db',
      'd:2',
      'down',
      '2026-01-15T11:59:52.000Z',
      'connection refused',
    ]);
  });
});
