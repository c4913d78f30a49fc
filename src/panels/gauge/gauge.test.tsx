// @vitest-environment happy-dom
import { render, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantResult, panelProps } from '../../testing/panelProps.ts';
import gauge from './index.ts';
import { layOut } from './layout.ts';
import { bandsOf, toGauges } from './transform.ts';

const limits = { min: 0, max: 100 };
const thresholds = [
  { value: null, tone: 'ok' },
  { value: 90, tone: 'critical' },
  { value: 70, tone: 'warning' },
] as const;

const propsOf = (options: Record<string, unknown>, values: readonly number[]) =>
  panelProps(gauge.decodeOptions(options), {
    data: { results: [instantResult(values.map((value, i) => [{ job: `job-${i}` }, value]))] },
  });

describe('the scale of gauges', () => {
  const ends = (options: Record<string, unknown>, values: readonly number[]) => toGauges(propsOf(options, values)).ends;
  it.each([
    ['of a percentage ends at its whole', { unit: 'percent' }, [12], { min: '0 %', max: '100 %' }],
    ['of a share ends at its whole', { unit: 'percentunit' }, [0.12], { min: '0 %', max: '100 %' }],
    ['reaches beyond the whole when a value does', { unit: 'percent' }, [12, 130], { min: '0 %', max: '150 %' }],
    ['is the fixed one', { min: 10, max: 20 }, [12], { min: '10', max: '20' }],
    ['holds every threshold', { thresholds: [{ value: 480, tone: 'warning' }] }, [3], { min: '0', max: '500' }],
    ['holds values below zero', {}, [-40, 10], { min: '-50', max: '20' }],
  ])('%s', (_, options, values, expected) => {
    const { min, max } = ends(options, values);
    expect({ min: min.replace('\u00a0', ' '), max: max.replace('\u00a0', ' ') }).toEqual(expected);
  });
});

describe('dials', () => {
  it('show where a value lies, and say when it lies beyond', () => {
    const { dials } = toGauges(propsOf({ min: 0, max: 10 }, [5, 20, -1, Number.NaN]));
    expect(dials.map(({ share, beyond }) => [share, beyond])).toEqual([
      [0.5, ''],
      [1, 'above 10'],
      [0, 'below 0'],
      [null, ''],
    ]);
  });

  it('are cut at the limit, which is said', () => {
    const props = propsOf({ limit: 2 }, [1, 2, 3]);
    render(<gauge.Panel {...props} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText('Showing 2 of 3.')).toBeTruthy();
  });
});

describe('bands', () => {
  it('follow the thresholds in the order of their values', () => {
    expect(bandsOf(thresholds, limits)).toEqual([
      { from: 0, to: 0.7, tone: 'ok' },
      { from: 0.7, to: 0.9, tone: 'warning' },
      { from: 0.9, to: 1, tone: 'critical' },
    ]);
  });
  it('leave what is below the first threshold without a tone', () => {
    expect(bandsOf([{ value: 50, tone: 'critical' }], limits)[0]).toEqual({ from: 0, to: 0.5, tone: 'neutral' });
  });
  it('cover the scale without a gap, whatever the thresholds', () => {
    const one = fc.record({ value: fc.double({ noNaN: true, min: -200, max: 200 }), tone: fc.constant('ok' as const) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1 }), (list) => {
        const bands = bandsOf(list, limits);
        expect(bands[0]?.from).toBe(0);
        expect(bands.at(-1)?.to).toBe(1);
        for (const [i, band] of bands.entries()) if (i > 0) expect(band.from).toBe(bands[i - 1]?.to);
      }),
    );
  });
});

describe('the layout of dials', () => {
  it.each([
    [1, { width: 300, height: 160 }, 1],
    [4, { width: 800, height: 160 }, 4],
    [4, { width: 300, height: 300 }, 2],
    [3, { width: 120, height: 600 }, 1],
  ])('of %i in %o has %i columns', (count, size, columns) => {
    expect(layOut(count, size).columns).toBe(columns);
  });
});

describe('a gauge panel', () => {
  it('writes its figure, and its tone in words', () => {
    render(<gauge.Panel {...propsOf({ unit: 'percent', thresholds }, [94.2])} />);
    const dial = screen.getByRole('listitem');
    expect(dial.textContent).toContain('94.2%');
    expect(within(dial).getByRole('img', { name: 'critical' })).toBeTruthy();
  });

  it('says that there is no data rather than zero', () => {
    const options = gauge.decodeOptions({ unit: 'percent' });
    const props = panelProps(options, { data: { results: [instantResult([])] } });
    render(<gauge.Panel {...props} />);
    expect(screen.getByText('no data')).toBeTruthy();
    expect(gauge.toTable(props).rows).toEqual([
      [
        { text: 'up', raw: 'up' },
        { text: 'no data', raw: null },
      ],
    ]);
  });

  it('tells listeners what it shows', () => {
    expect(gauge.summary(propsOf({ unit: 'none', thresholds }, [94, 12]))).toBe('job-0: 94, critical; job-1: 12, ok.');
    expect(gauge.summary(propsOf({ unit: 'none', max: 50 }, [94]))).toBe('94, above 50.');
  });
});
