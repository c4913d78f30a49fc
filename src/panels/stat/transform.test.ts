import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Series } from '../../model/frame.ts';
import { rangeFrame, seriesOf } from '../../testing/frames.ts';
import { instantResult, noon, panelEnvironment } from '../../testing/panelProps.ts';
import type { PanelResult } from '../contract.ts';
import { decodeOptions } from './options.ts';
import { toCells } from './transform.ts';

const step = 15_000;
const context = panelEnvironment();
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

const answer = (series: readonly Series[], query: Partial<PanelResult['query']> = {}): PanelResult => ({
  query: { expr: 'up', ...query },
  frame: rangeFrame(series, noon, step),
});
/** The only cell of one series of these samples; `before` are those of the time compared with. */
function cellOf(values: readonly (number | null)[], options: object = {}, before?: readonly (number | null)[]) {
  const previous = before && rangeFrame([seriesOf(before)], noon - 3_600_000, step);
  const [cell] = toCells([{ ...answer([seriesOf(values)]), previous }], decodeOptions(options), context);
  if (cell === undefined) throw new Error('each series has a cell');
  return cell;
}

describe('a figure', () => {
  it.each([
    ['the newest sample', {}, [1, 2, 3], '3'],
    ['the newest sample of a series that has ended', {}, [1, 2, null], '2'],
    ['zero when it is zero', {}, [1, 0], '0'],
    ['NaN when that is the sample', {}, [1, Number.NaN], 'NaN'],
    ['nothing when there is no sample', {}, [null, null], undefined],
    ['the mean over the range', { reduce: 'mean' }, [1, 2, 6], '3'],
    ['the sum of what there is', { reduce: 'sum' }, [1, null, 6], '7'],
    ['the text that it is mapped to', { mappings: [{ value: 2, text: 'connected' }] }, [2], 'connected'],
    ['the text of absence', { mappings: [{ special: 'absent', text: 'asleep' }] }, [null], 'asleep'],
    ['the text of NaN', { mappings: [{ special: 'nan', text: 'no calls' }] }, [Number.NaN], 'no calls'],
  ])('is %s', (_, options, values, text) => expect(cellOf(values, options).figure?.text).toBe(text));

  it('has its unit apart', () => {
    expect(cellOf([2048], { unit: 'bytes' }).figure).toEqual({ text: '2', suffix: 'KiB' });
  });

  it('is never made of absence', () => {
    const sample = fc.option(fc.double());
    fc.assert(
      fc.property(
        fc.array(sample, { minLength: 1 }),
        fc.constantFrom('last', 'min', 'max', 'mean', 'sum'),
        (values, by) => {
          const { value } = cellOf(values, { reduce: by });
          expect(value === null).toBe(values.every((one) => one === null));
        },
      ),
    );
  });
});

describe('the judgement of a figure', () => {
  const upwards = [
    { value: null, tone: 'ok' },
    { value: 70, tone: 'warning' },
    { value: 90, tone: 'critical' },
  ];
  const downwards = [
    { value: null, tone: 'critical' },
    { value: 0.9, tone: 'ok' },
  ];
  it.each([
    ['ok', upwards, [69], 'ok', null],
    ['warning at the limit', upwards, [70], 'warning', { text: '70', side: 'above' }],
    ['critical above it', upwards, [95], 'critical', { text: '90', side: 'above' }],
    ['critical below it', downwards, [0.5], 'critical', { text: '0.9', side: 'below' }],
    ['none of NaN', upwards, [Number.NaN], null, null],
    ['none of absence', downwards, [null], null, null],
    ['none of what a series said before it ended', upwards, [95, null, null], null, null],
  ])('is %s', (_, thresholds, values, tone, limit) => {
    expect(cellOf(values, { thresholds })).toMatchObject({ tone, limit });
  });

  it('is left to a mapping that has a tone, without a limit', () => {
    const mappings = [{ value: 95, text: 'full', tone: 'info' }];
    expect(cellOf([95], { thresholds: upwards, mappings })).toMatchObject({ tone: 'info', limit: null });
  });
});

describe('the end of a series', () => {
  it.each([
    ['alive with a sample at the end', [1, 2], null],
    ['alive when its last sample is no older than is usual', [1, 2, null], null],
    ['ended at its newest sample', [1, null, null], noon - 2 * step],
  ])('%s', (_, values, endedAt) => expect(cellOf(values).endedAt).toBe(endedAt));

  it('is not known from an instant', () => {
    expect(toCells([instantResult([[{}, 4]])], decodeOptions({}), context)[0]?.endedAt).toBeNull();
  });
});

describe('a change', () => {
  it.each([
    ['up and good', { better: 'higher' }, [110], [100], { direction: 'up', text: '10 %', tone: 'ok' }],
    ['up and bad', { better: 'lower' }, [110], [100], { direction: 'up', text: '10 %', tone: 'critical' }],
    ['down, of which nobody said what it is', {}, [95], [100], { direction: 'down', text: '5.0 %', tone: null }],
    ['a difference', { compareAs: 'difference', unit: 's' }, [3], [5], { direction: 'down', text: '2 s', tone: null }],
    ['a difference from zero', {}, [3], [0], { direction: 'up', text: '3', tone: null }],
    ['none', { better: 'lower' }, [100], [100], { direction: 'same', text: '', tone: null }],
    ['none when it rounds to none', { better: 'lower' }, [100.01], [100], { direction: 'same', text: '', tone: null }],
    [
      'none when the difference rounds to none',
      { better: 'lower', compareAs: 'difference', unit: 'percent', decimals: 1 },
      [0.31],
      [0.3],
      { direction: 'same', text: '', tone: null },
    ],
    [
      'none when both are written the same',
      { better: 'lower', compareAs: 'difference', unit: 'percent' },
      [43.24],
      [43.21],
      { direction: 'same', text: '', tone: null },
    ],
    ['none between zeros', { better: 'lower' }, [0], [0], { direction: 'same', text: '', tone: null }],
  ])('is %s', (_, options, values, before, expected) => {
    const { change } = cellOf(values, { compare: '1h', ...options }, before);
    expect(change && { ...change, text: plain(change.text) }).toEqual({ ...expected, span: 3_600_000 });
  });

  it.each([
    ['there was nothing', [3], [null]],
    ['there was NaN', [3], [Number.NaN]],
    ['there is NaN', [Number.NaN], [3]],
    ['nothing was asked of then', [3], undefined],
    ['the series has ended', [3, null, null], [1, 1, 1]],
  ])('is not told where %s', (_, values, before) =>
    expect(cellOf(values, { compare: '1h' }, before).change).toBeNull(),
  );
});

describe('cells', () => {
  const jobs = ['ai', 'backend'].map((job, i) => seriesOf([i + 1], { job }));
  const ofHowMany = (part: readonly (number | null)[], whole: readonly (number | null)[]) => {
    const results = [answer([seriesOf(part)]), answer([seriesOf(whole)], { id: 'all' })];
    return toCells(results, decodeOptions({ of: 'all' }), context)[0]?.of;
  };

  it('are one for each series, named by what tells them apart', () => {
    const cells = toCells([answer(jobs)], decodeOptions({}), context);
    expect(cells.map(({ name, value }) => [name, value])).toEqual([
      ['ai', 1],
      ['backend', 2],
    ]);
    expect(new Set(cells.map(({ key }) => key)).size).toBe(2);
  });

  it('are named by the legend, and one stands for a query without series', () => {
    const legend = { en: 'of {{job}}', 'pt-BR': 'de {{job}}' };
    const cells = toCells(
      [answer(jobs, { legend }), answer([], { legend: { en: 'more', 'pt-BR': 'mais' } })],
      decodeOptions({}),
      context,
    );
    expect(cells.map(({ name, value }) => [name, value])).toEqual([
      ['of ai', 1],
      ['of backend', 2],
      ['more', null],
    ]);
  });

  it('say of how many, by the series with the same labels or the only one', () => {
    const options = decodeOptions({ of: 'all' });
    const wholes = ['backend', 'ai'].map((job, i) => seriesOf([(i + 1) * 10], { job }));
    const of = (whole: readonly Series[]) =>
      toCells([answer(jobs), answer(whole, { id: 'all' })], options, context).map((cell) => cell.of);
    expect(of(wholes)).toEqual(['20', '10']);
    expect(of([seriesOf([148])])).toEqual(['148', '148']);
    expect(of([])).toEqual([null, null]);
  });

  it('whose query names labels, but gave no series, are named by its id or by what it asks', () => {
    const legend = { en: '{{instance}} in', 'pt-BR': 'entrada de {{instance}}' };
    const cells = toCells([answer([], { legend }), answer([], { legend, id: 'in' })], decodeOptions({}), context);
    expect(cells.map(({ name }) => name)).toEqual(['up', 'in']);
  });

  it.each([
    ['one that is there', [148, 148, 148, 148, 150], '150'],
    ['one whose last sample is no older than is usual', [148, 148, 148, 148, null], '148'],
    ['none that has ended', [148, 148, null, null, null], null],
  ])('say of how many by %s', (_, whole, expected) => {
    expect(ofHowMany([96, 97, 98, 80, 80], whole)).toBe(expected);
  });

  it.each([
    ['one that ended with it', [148, 148, null, null, null], '148'],
    ['none that ended before', [148, null, null, null, null], null],
    ['none that is of now', [148, 148, 148, 148, 150], null],
  ])('of what has ended say of how many by %s', (_, whole, expected) => {
    expect(ofHowMany([96, 97, null, null, null], whole)).toBe(expected);
  });
});
