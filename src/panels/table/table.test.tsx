// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { instantResult, panelProps } from '../../testing/panelProps.ts';
import type { PanelResult } from '../contract.ts';
import table from './index.ts';
import { toRows } from './transform.ts';

const both = (text: string) => ({ en: text, 'pt-BR': text });
const propsOf = (results: readonly PanelResult[], options: Record<string, unknown> = {}) =>
  panelProps(table.decodeOptions(options), { data: { results } });
const grid = (results: readonly PanelResult[], options?: Record<string, unknown>) => {
  const { columns, rows } = toRows(propsOf(results, options));
  return [columns.map((column) => column.title), ...rows.map((row) => row.cells.map((cell) => cell.text))];
};
const rate = instantResult(
  [
    [{ __name__: 'rate', instance: 'a:1', job: 'api' }, 5],
    [{ __name__: 'rate', instance: 'b:1', job: 'api' }, 7],
  ],
  { id: 'rate' },
);
const memory = instantResult(
  [
    [{ __name__: 'memory', instance: 'b:1', job: 'api' }, 2048],
    [{ __name__: 'memory', instance: 'c:1', job: 'api' }, Number.NaN],
  ],
  { id: 'memory', legend: both('Memory') },
);

describe('the rows', () => {
  it('join the queries by equal labels, and say what is not there', () => {
    expect(grid([rate, memory])).toEqual([
      ['instance', 'rate', 'Memory'],
      ['b:1', '7', '2.05k'],
      ['a:1', '5', '–'],
      ['c:1', '–', 'not a number'],
    ]);
  });

  it('keep the name of the metric where nothing else tells two series of a query apart', () => {
    const two = instantResult([
      [{ __name__: 'x', job: 'api' }, 1],
      [{ __name__: 'y', job: 'api' }, 2],
    ]);
    expect(grid([two])).toEqual([
      ['Metric', 'Value'],
      ['y', '2'],
      ['x', '1'],
    ]);
  });

  it('show all labels of a lone row', () => {
    expect(grid([instantResult([[{ job: 'api', zone: 'a' }, 1]])])).toEqual([
      ['job', 'zone', 'Value'],
      ['api', 'a', '1'],
    ]);
  });

  it('have no row for a query that gave nothing, but keep its column', () => {
    expect(grid([rate, instantResult([], { id: 'memory' })])).toEqual([
      ['instance', 'rate', 'memory'],
      ['b:1', '7', '–'],
      ['a:1', '5', '–'],
    ]);
  });

  it('are the first so many in the order of the options', () => {
    const props = propsOf([rate, memory], { sort: { column: 'instance' }, limit: 1 });
    const { rows, total } = toRows(props);
    expect(rows.map((row) => row.cells[0]?.text)).toEqual(['c:1']);
    expect(total).toBe(3);
    expect(table.toTable(props).rows).toHaveLength(3);
  });
});

describe('the columns', () => {
  it('are titled, ordered, hidden and written as the options say', () => {
    const columns = [
      { name: 'memory', title: 'Memory', unit: 'bytes' },
      { name: 'job', title: both('Service') },
      { name: 'instance', hidden: true },
      { name: 'rate', unit: 'reqps', decimals: 1 },
    ];
    expect(grid([rate, memory], { columns })[0]).toEqual(['Memory', 'Service', 'rate, requests / s']);
    expect(grid([rate, memory], { columns })[1]).toEqual(['2\u00a0KiB', 'api', '7.0']);
  });

  it('judge by their own thresholds, else by those of the panel', () => {
    const critical = [{ value: 6, tone: 'critical' }];
    const tones = (options: Record<string, unknown>) =>
      toRows(propsOf([rate], options)).rows.map((row) => row.cells[1]?.tone);
    expect(tones({ thresholds: critical })).toEqual(['critical', null]);
    expect(tones({ thresholds: critical, columns: [{ name: 'rate', thresholds: [] }] })).toEqual([null, null]);
  });

  it('draw bars between their ends', () => {
    const shares = (column: Record<string, unknown>) =>
      toRows(propsOf([rate, memory], { columns: [{ name: 'rate', show: 'bar', ...column }] })).rows.map(
        (row) => row.cells[0]?.share,
      );
    expect(shares({})).toEqual([1, 5 / 7, null]);
    expect(shares({ min: 5, max: 9 })).toEqual([0.5, 0, null]);
  });
});

describe('a table panel', () => {
  // Rows of 26 px, as on a page; there are no style sheets here.
  const inSmallText = (panel: ReactElement) => <div style={{ fontSize: 12 }}>{panel}</div>;
  const body = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getAllByRole('cell')[0]?.textContent);

  it('is sorted by a click on a head: greatest first, least first, as it was', () => {
    render(<table.Panel {...propsOf([rate, memory], { sort: { column: 'instance', direction: 'ascending' } })} />);
    const head = screen.getByRole('columnheader', { name: 'rate' });
    const click = () => fireEvent.click(within(head).getByRole('button'));
    expect(body()).toEqual(['a:1', 'b:1', 'c:1']);
    click();
    expect(head.getAttribute('aria-sort')).toBe('descending');
    expect(body()).toEqual(['b:1', 'a:1', 'c:1']);
    click();
    expect(head.getAttribute('aria-sort')).toBe('ascending');
    expect(body()).toEqual(['a:1', 'b:1', 'c:1']);
    click();
    expect(head.getAttribute('aria-sort')).toBe('none');
  });

  it('is filtered by a text in any cell', () => {
    render(<table.Panel {...propsOf([rate, memory], { filter: true })} />);
    const filter = screen.getByRole('searchbox', { name: 'Filter the rows' });
    fireEvent.change(filter, { target: { value: 'B:' } });
    expect(body()).toEqual(['b:1']);
    expect(screen.getByRole('status').textContent).toBe('1 of 3 rows');
    fireEvent.change(filter, { target: { value: 'nothing' } });
    expect(screen.getByText('No row has this text.')).toBeTruthy();
  });

  it('draws only the rows in sight, and tells how many there are', () => {
    const many = instantResult(Array.from({ length: 5000 }, (_, i) => [{ i: `row-${i}` }, 5000 - i]));
    const props = propsOf([many]);
    const { container } = render(inSmallText(<table.Panel {...props} />));
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('5001');
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    expect(screen.queryByText('row-2000')).toBeNull();
    const scroller = screen.getByRole('table').parentElement ?? container;
    scroller.scrollTop = 2000 * 26;
    fireEvent.scroll(scroller);
    expect(screen.getByText('row-2000')).toBeTruthy();
    expect(screen.queryByText('row-0')).toBeNull();
  });

  it('says on a wall, where nobody scrolls, how many rows are in sight', () => {
    const many = instantResult(Array.from({ length: 100 }, (_, i) => [{ i: `row-${i}` }, i]));
    const props = panelProps(table.decodeOptions({}), {
      data: { results: [many] },
      environment: { surface: 'wall' },
      size: { width: 400, height: 260 },
    });
    render(inSmallText(<table.Panel {...props} />));
    expect(screen.getByRole('status').textContent).toBe('8 of 100 rows');
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('marks what a threshold judges, not by color alone', () => {
    render(<table.Panel {...propsOf([rate], { thresholds: [{ value: 6, tone: 'critical' }] })} />);
    expect(within(screen.getByRole('row', { name: /b:1/ })).getByRole('img', { name: 'critical' })).toBeTruthy();
    expect(within(screen.getByRole('row', { name: /a:1/ })).queryByRole('img')).toBeNull();
  });

  it('tells its rows to listeners and machines', () => {
    const props = propsOf([rate, memory]);
    expect(table.summary(props)).toBe('3 rows of instance, rate, Memory. First: b:1, 7, 2.05k.');
    expect(table.toTable(props).rows[1]).toEqual([
      { text: 'a:1', raw: 'a:1' },
      { text: '5', raw: 5 },
      { text: '–', raw: null },
    ]);
  });
});
