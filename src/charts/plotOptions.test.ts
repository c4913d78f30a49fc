// @vitest-environment happy-dom
import fc from 'fast-check';
import type uPlot from 'uplot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { languages } from '../model/language.ts';
import { drawingContext, fakeCanvas } from '../testing/canvas.ts';
import { chartModel, chartSeries } from '../testing/frames.ts';
import { noon } from '../testing/panelProps.ts';
import { bareOptions } from './axes.ts';
import type { ChartModel } from './chart.ts';
import { toColumns } from './columns.ts';
import { lookOf, type PlotStructure, plotOptions } from './plotOptions.ts';
import { drawThresholds, drawThresholdTexts } from './thresholdMarks.ts';

fakeCanvas();
beforeEach(() => vi.stubGlobal('devicePixelRatio', 1));
const hour = 3_600_000;
type Given = Partial<Omit<PlotStructure, 'model'>> & { readonly model?: ChartModel };
const plain = chartModel([chartSeries([1, 2, 3])]);
const structure = ({ model = plain, ...given }: Given = {}): PlotStructure => ({
  model: lookOf(model),
  theme: 'light',
  language: 'en',
  timeZone: 'UTC',
  ...given,
});

function optionsOf(given: Given, span = { from: noon - hour, to: noon }, textSize = 11) {
  const state = { columns: toColumns(given.model ?? plain, new Set()), span };
  return plotOptions(structure(given), state, { width: 600, height: 240, textSize });
}

describe('the structure of a plot', () => {
  it.each([
    ['new samples', structure({ model: chartModel([chartSeries([7, 8, 9, 10])]) })],
    ['another name', structure({ model: chartModel([chartSeries([1, 2, 3], { name: 'b' })]) })],
  ])('stays the same with %s', (_, other) => expect(other).toEqual(structure()));

  it.each([
    ['another series', structure({ model: chartModel([chartSeries([1, 2, 3], { key: 'b' })]) })],
    ['another color', structure({ model: chartModel([chartSeries([1, 2, 3], { token: '--series-2' })]) })],
    ['another theme', structure({ theme: 'dark' })],
    ['another language', structure({ language: 'pt-BR' })],
    ['another zone', structure({ timeZone: 'America/Sao_Paulo' })],
    ['another way to stack', structure({ model: chartModel([chartSeries([1, 2, 3])], { stack: 'normal' }) })],
  ])('is another with %s', (_, other) => expect(other).not.toEqual(structure()));
});

it('turn off what builds leave out of uPlot (scripts/slim-uplot.ts)', () => {
  const options = bareOptions({ span: { from: 0, to: 1 } }, { width: 1, height: 1, textSize: 1 });
  expect(options).toMatchObject({ legend: { show: false }, cursor: { show: false } });
  expect(options).not.toHaveProperty('mode');
});

describe('the lines', () => {
  it('have dots where a sample stands alone, and no empty shape where none does', () => {
    const series = [chartSeries([1, 2, 3]), chartSeries([null, 2, null], { key: 'b' })];
    const dots = optionsOf({ model: chartModel(series) }).series.map(({ points }) => points?.filter);
    const indicesOf = (filter: unknown) => (typeof filter === 'function' ? filter() : 'all');
    expect(dots.map(indicesOf)).toEqual(['all', null, [1]]);
  });

  it('grow with the text', () => {
    const series = [chartSeries([1, 2, 3], { dash: [6, 3] })];
    const wall = optionsOf({ model: chartModel(series) }, undefined, 22).series[1];
    expect([wall?.width, wall?.dash]).toEqual([3, [12, 6]]);
  });
});

describe('the axes', () => {
  it('are those that series use, and the left one when there are none', () => {
    const axes = (...sides: ('left' | 'right')[]) =>
      optionsOf({ model: chartModel(sides.map((side) => chartSeries([1], { key: side, side }))) }).axes?.map(
        ({ scale }) => scale,
      );
    expect(axes()).toEqual(['x', 'left']);
    expect(axes('right')).toEqual(['x', 'right']);
    expect(axes('right', 'left')).toEqual(['x', 'left', 'right']);
  });

  it('write times that never touch and are never cut, down to the width of a small panel', () => {
    const length = fc.double({ min: Math.log10(60_000), max: Math.log10(3 * 365 * 24 * hour), noNaN: true });
    const width = fc.integer({ min: 90, max: 1600 });
    fc.assert(
      fc.property(
        length,
        width,
        fc.constantFrom(...languages),
        fc.constantFrom(11, 16, 32),
        (power, room, language, textSize) => {
          const span = { from: noon - Math.round(10 ** power), to: noon };
          const axis = optionsOf({ language }, span, textSize).axes?.[0];
          const plot = { bbox: { width: room }, width: room };
          const [times, texts] = [ticksOf(axis?.splits, plot), ticksOf(axis?.values, plot)];
          let end = 0;
          times.forEach((time, i) => {
            const middle = ((Number(time) - span.from) / (span.to - span.from)) * room;
            const half = (String(texts[i]).length * 0.6 * textSize) / 2;
            expect(middle - half).toBeGreaterThanOrEqual(end - 0.01);
            end = middle + half + (i < times.length - 1 ? textSize / 2 : 0);
          });
          expect(end).toBeLessThanOrEqual(room + 0.01);
        },
      ),
    );
  });

  it('have a time to read also in a narrow panel', () => {
    for (let minutes = 0; minutes < 60; minutes += 7) {
      const span = { from: noon - hour + minutes * 60_000, to: noon + minutes * 60_000 };
      const axis = optionsOf({ language: 'pt-BR' }, span).axes?.[0];
      expect(ticksOf(axis?.splits, { bbox: { width: 180 }, width: 180 }).length).toBeGreaterThan(0);
    }
  });
});

/** Calls what uPlot would call for an axis; only the width of the plot is asked for. */
function ticksOf(make: unknown, plot: object): readonly unknown[] {
  if (typeof make !== 'function') throw new Error('ticks are made by a function');
  const ticks: unknown = make(plot, [], 0, 0, 0, 0);
  if (!Array.isArray(ticks)) throw new Error('ticks are a list');
  return ticks;
}

describe('thresholds', () => {
  const thresholds = [
    { value: null, tone: 'ok' },
    { value: 90, tone: 'critical' },
    { value: 70, tone: 'warning' },
    { value: 900, tone: 'critical' },
  ] as const;
  const texts = (style: 'none' | 'line' | 'band') => {
    const written: string[] = [];
    const rectangles: number[][] = [];
    const ctx = drawingContext(written);
    ctx.fillRect = (...box) => void rectangles.push(box);
    const plot: Pick<uPlot, 'ctx' | 'bbox' | 'scales' | 'valToPos'> = {
      ctx,
      bbox: { left: 0, top: 0, width: 100, height: 100 },
      scales: { left: { min: 0, max: 100 } },
      valToPos: (value) => 100 - value,
    };
    const marks = { thresholds, style, font: '', pixel: 1, halo: '', text: String, color: String };
    drawThresholds(plot, marks);
    drawThresholdTexts(plot, marks);
    return { written, rectangles };
  };

  it('are written with the sign of their tone where they are within the axis', () => {
    expect(texts('line').written).toEqual(['◆ 90', '○ 70']);
  });

  it('are no more than lines unless asked for, and nothing when not wanted', () => {
    expect(texts('line').rectangles).toEqual([]);
    expect(texts('none')).toEqual({ written: [], rectangles: [] });
  });

  it('color the zones between them', () => {
    const zones = texts('band').rectangles.map(([, y, , height]) => [y, height]);
    expect(zones).toEqual([
      [30, 70],
      [10, 20],
      [0, 10],
      [0, 0],
    ]);
  });
});
