// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { instantResult, panelProps } from '../../testing/panelProps.ts';
import type { PanelResult } from '../contract.ts';
import bar from './index.ts';
import { toBars } from './transform.ts';

const both = (text: string) => ({ en: text, 'pt-BR': text });
const byJob = (values: Readonly<Record<string, number>>, legend?: string) =>
  instantResult(
    Object.entries(values).map(([job, value]) => [{ job }, value]),
    legend === undefined ? {} : { legend: both(legend) },
  );
const propsOf = (results: readonly PanelResult[], options: Record<string, unknown> = {}) =>
  panelProps(bar.decodeOptions(options), { data: { results } });
const view = (results: readonly PanelResult[], options?: Record<string, unknown>) => toBars(propsOf(results, options));
const names = (result: ReturnType<typeof toBars>) => result.categories.map((category) => category.name);

describe('the bars', () => {
  it.each([
    ['value', ['b10', 'b9', 'a']],
    ['name', ['a', 'b9', 'b10']],
    ['none', ['b10', 'a', 'b9']],
  ])('come in the order of their %s', (sort, expected) => {
    expect(names(view([byJob({ b10: 9, a: 1, b9: 5 })], { sort }))).toEqual(expected);
  });

  it('are the first so many, and their number is known', () => {
    const result = view([byJob({ a: 1, b: 2, c: 3 })], { top: 2 });
    expect(names(result)).toEqual(['c', 'b']);
    expect(result.total).toBe(3);
  });

  it('leave out what has no value and name it', () => {
    const result = view([byJob({ a: 1, b: Number.NaN, c: Infinity }), instantResult([], { legend: both('Gone') })]);
    expect(names(result)).toEqual(['a']);
    expect(result.missing).toEqual(['b', 'c', 'Gone']);
  });

  it('meet in the categories of a label, one for each query', () => {
    const result = view([byJob({ api: 1, web: 2 }, 'RX'), byJob({ web: 5 }, 'TX')], { category: 'job', sort: 'name' });
    expect(result.groups.map((group) => group.name)).toEqual(['RX', 'TX']);
    expect(result.categories.map(({ name, bars }) => [name, bars.map((one) => one?.value ?? null)])).toEqual([
      ['api', [1, null]],
      ['web', [2, 5]],
    ]);
  });

  it('have the tone of their threshold, and its sign in their figure', () => {
    const thresholds = [{ value: 90, tone: 'critical' }];
    const [high, low] = view([byJob({ a: 95, b: 1 })], { thresholds }).categories;
    expect(high?.bars[0]).toEqual({ value: 95, text: '◆ 95', token: '--critical' });
    expect(low?.bars[0]).toEqual({ value: 1, text: '1', token: '--series-2' });
  });

  it('stand on zero', () => {
    expect(view([byJob({ a: 1000, b: 990 })]).limits.min).toBe(0);
    expect(view([byJob({ a: -5, b: 5 })]).limits.min).toBeLessThan(-5);
  });
});

describe('a bar panel', () => {
  it.each(['horizontal', 'vertical'])('draws %s bars with their names', (orientation) => {
    const { container } = render(<bar.Panel {...propsOf([byJob({ api: 3, web: 2 })], { orientation })} />);
    expect(container.querySelectorAll('.recharts-bar-rectangle rect')).toHaveLength(2);
    const titles = [...container.querySelectorAll('title')].map((title) => title.textContent);
    expect(titles).toEqual(expect.arrayContaining(['api: 3', 'web: 2', 'api', 'web']));
  });

  it('says how many of how many it shows, and what has no value', () => {
    render(<bar.Panel {...propsOf([byJob({ a: 1, b: 2, c: Number.NaN })], { top: 1 })} />);
    expect(screen.getByText('Showing 1 of 2. No value: c.')).toBeTruthy();
  });

  it('says that nothing has a value', () => {
    const props = propsOf([byJob({ a: Number.NaN })]);
    render(<bar.Panel {...props} />);
    expect(screen.getByText('None of the series has a value.')).toBeTruthy();
    expect(bar.summary(props)).toBe('None of the series has a value.');
  });

  it('tells its bars to listeners and machines', () => {
    const props = propsOf([byJob({ api: 3, web: Number.NaN })]);
    expect(bar.summary(props)).toBe('1 bar: api: 3. No value: web.');
    expect(bar.toTable(props).rows).toEqual([
      [
        { text: 'api', raw: 'api' },
        { text: '3', raw: 3 },
      ],
      [
        { text: 'web', raw: 'web' },
        { text: 'not a number', raw: Number.NaN },
      ],
    ]);
  });

  it('is a table of categories, with a column for each query', () => {
    const results = [
      byJob({ api: 1, web: 2 }, 'RX'),
      byJob({ web: 5, db: Number.NaN }, 'TX'),
      instantResult([], { legend: both('Lost') }),
    ];
    const { columns, rows } = bar.toTable(propsOf(results, { category: 'job', top: 1 }));
    expect(columns.map(({ name }) => name)).toEqual(['job', 'RX', 'TX', 'Lost']);
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['web', '2', '5', ''],
      ['api', '1', '', ''],
      ['db', '', 'not a number', ''],
    ]);
    expect(rows[1]?.map(({ raw }) => raw)).toEqual(['api', 1, null, null]);
  });

  it('is a table of categories for a single query too, the figures those that are drawn', () => {
    const of = (job: string, path: string, value: number) => [{ job, path }, value] as const;
    const result = instantResult([of('api', '/a', Number.NaN), of('api', '/b', 3)], { legend: both('Requests') });
    const { columns, rows } = bar.toTable(propsOf([result], { category: 'job' }));
    expect(columns.map(({ name }) => name)).toEqual(['job', 'Requests']);
    expect(rows.map((row) => row.map(({ raw }) => raw))).toEqual([['api', 3]]);
  });
});
