// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantResult, panelProps } from '../../testing/panelProps.ts';
import type { PanelResult } from '../contract.ts';
import pie from './index.ts';
import { toPie } from './transform.ts';

const both = (text: string) => ({ en: text, 'pt-BR': text });
const one = (name: string, value: number | null, id?: string) =>
  instantResult(value === null ? [] : [[{}, value]], { legend: both(name), ...(id ? { id } : {}) });
const byJob = (values: readonly number[]) => instantResult(values.map((value, i) => [{ job: `job-${i}` }, value]));
const propsOf = (results: readonly PanelResult[], options: Record<string, unknown> = {}) =>
  panelProps(pie.decodeOptions(options), { data: { results } });
const view = (results: readonly PanelResult[], options?: Record<string, unknown>) => toPie(propsOf(results, options));
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the parts of a pie', () => {
  it('have their share of the total', () => {
    const { parts, total } = view([one('Online', 114), one('Offline', 34)]);
    expect(total?.line).toBe('148');
    expect(parts.map(({ name, text, share }) => [name, text, plain(share)])).toEqual([
      ['Online', '114', '77 %'],
      ['Offline', '34', '23 %'],
    ]);
  });

  it('come in the order of the queries, within one the greatest first', () => {
    expect(view([one('Few', 1), byJob([2, 9, 5])]).parts.map((part) => part.name)).toEqual([
      'Few',
      'job-1',
      'job-2',
      'job-0',
    ]);
  });

  it('have the colors that the options give by id or name', () => {
    const results = [one('No ar', 1, 'online'), one('Offline', 2), one('Other', 3)];
    const { parts } = view(results, { colors: { online: 'ok', Offline: 'critical', Other: 5 } });
    expect(parts.map((part) => part.token)).toEqual(['--ok', '--critical', '--series-5']);
  });

  it('beyond the limit are added up, and nothing is lost', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 })
          .filter((list) => list.some((n) => n > 0)),
        fc.integer({ min: 2, max: 32 }),
        (values, limit) => {
          const { parts } = view([byJob(values)], { limit });
          expect(parts.length).toBe(Math.min(values.length, limit));
          expect(parts.reduce((sum, part) => sum + Number(part.value), 0)).toBe(values.reduce((a, b) => a + b));
        },
      ),
    );
  });

  it('never claim all when something else is there', () => {
    const { parts } = view([one('Most', 99_999), one('Rest', 1)]);
    expect(parts.map((part) => plain(part.share))).toEqual(['> 99.9 %', '< 0.1 %']);
  });
});

describe('a pie that cannot be drawn', () => {
  it.each([
    ['everything is zero', [one('A', 0), one('B', 0)], 'Everything is zero: there is nothing to divide.'],
    ['a value is negative', [one('A', -3), one('B', 5)], 'A is -3. A pie cannot show less than nothing.'],
    ['a value is infinite', [one('A', Infinity)], 'A has no end. A pie cannot show a share of it.'],
    ['nothing has a value', [one('A', null), one('B', Number.NaN)], 'None of the series has a value.'],
  ])('says why when %s, and lists the values', (_, results, words) => {
    const props = propsOf(results);
    const { container } = render(<pie.Panel {...props} />);
    expect(screen.getByText(words)).toBeTruthy();
    expect(container.querySelector('.recharts-surface')).toBeNull();
    expect(screen.getAllByRole('row')).toHaveLength(results.length);
    expect(pie.summary(props)).toBe(words);
  });
});

describe('a pie panel', () => {
  it('writes the total in its middle and shares beside it', () => {
    const results = [one('Online', 114), one('Offline', 34)];
    const { container } = render(<pie.Panel {...propsOf(results, { totalLabel: 'cameras' })} />);
    expect(screen.getByText('148')).toBeTruthy();
    expect(screen.getByText('cameras')).toBeTruthy();
    expect(screen.getByRole('row', { name: /Online 114 77.%/ })).toBeTruthy();
    expect(container.querySelectorAll('.recharts-pie-sector')).toHaveLength(2);
  });

  it('says what has no data, and that the total is without it', () => {
    const props = propsOf([one('Online', 114), one('Offline', null)]);
    render(<pie.Panel {...props} />);
    expect(screen.getByRole('row', { name: /Offline no data/ })).toBeTruthy();
    expect(screen.getByText('without those that have no data')).toBeTruthy();
  });

  it('lists every series for listeners and machines', () => {
    const props = propsOf([byJob(Array.from({ length: 20 }, (_, i) => i + 1))], { limit: 4 });
    expect(pie.toTable(props).rows).toHaveLength(20);
    expect(pie.toTable(props).rows[0]?.[1]).toEqual({ text: '20', raw: 20 });
    expect(plain(pie.summary(propsOf([one('Online', 3), one('Offline', 1)])))).toBe(
      '4 in all: Online 3, 75 %; Offline 1, 25 %.',
    );
  });
});
