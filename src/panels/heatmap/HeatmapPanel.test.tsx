// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Series } from '../../model/frame.ts';
import { fakeCanvas } from '../../testing/canvas.ts';
import { rangeFrame, seriesOf } from '../../testing/frames.ts';
import { fakeLayout } from '../../testing/layout.ts';
import { noon, panelProps } from '../../testing/panelProps.ts';
import type { PanelEnvironment, PanelProps } from '../contract.ts';
import heatmap from './index.ts';
import type { HeatmapOptions } from './options.ts';

const canvas = fakeCanvas();
fakeLayout(600, 240);
const minute = 60_000;

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 240));
});

/** An hour of one sample a minute. */
const hour = (value: number | null, le: string) =>
  seriesOf(
    Array.from({ length: 61 }, () => value),
    { le },
  );
const buckets = [hour(10, '0.1'), hour(40, '0.5'), hour(100, '+Inf')];

function propsOf(
  series: readonly Series[] = buckets,
  given: {
    options?: object;
    environment?: Partial<PanelEnvironment>;
    props?: Partial<PanelProps<HeatmapOptions>>;
    more?: readonly { id: string; series: readonly Series[] }[];
  } = {},
) {
  const more = (given.more ?? []).map(({ id, series }) => ({
    query: { expr: 'x', id },
    frame: rangeFrame(series, noon, minute),
  }));
  return {
    ...panelProps(heatmap.decodeOptions({ unit: 's', cellUnit: 'reqps', ...given.options }), {
      data: { results: [{ query: { expr: 'x_bucket' }, frame: rangeFrame(series, noon, minute) }, ...more] },
      environment: { title: 'Duration', ...given.environment },
      size: { width: 600, height: 240 },
    }),
    ...given.props,
  };
}

function show(...given: Parameters<typeof propsOf>) {
  const props = propsOf(...given);
  render(<heatmap.Panel {...props} />);
  return props;
}

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? '';
const legend = () => screen.getAllByRole('listitem').map(({ textContent }) => plain(textContent));

describe('a heatmap', () => {
  it('writes the bounds beside its rows, and beyond which one the last is', async () => {
    show();
    await waitFor(() =>
      expect(canvas.texts().map(plain)).toEqual(expect.arrayContaining(['0 s', '100 ms', '> 500 ms'])),
    );
  });

  it('has a legend of its colors, with unit, and of its lines', () => {
    show(undefined, { options: { quantiles: [0.1, 0.25, 0.99], colors: 'linear' } });
    expect(legend()).toEqual(['03060 req/s', 'p10 100 ms', 'p25 300 ms', 'p99 > 500 ms']);
  });

  it('says that some is not known, and never draws it as zero', () => {
    show([hour(10, '0.1'), hour(null, '0.5'), hour(100, '+Inf')]);
    expect(legend()).toContain('no data');
  });

  it('takes lines from further queries', () => {
    const more = [
      {
        id: 'slow',
        series: [
          seriesOf(
            Array.from({ length: 61 }, () => 0.25),
            { job: 'ai' },
          ),
        ],
      },
    ];
    show(undefined, { options: { quantiles: ['slow'] }, more });
    expect(legend()).toContain('{job="ai"} 250 ms');
  });

  it('tells by keys what is where', async () => {
    show(undefined, { options: { quantiles: [0.1] } });
    const slider = await screen.findByRole('slider', { name: 'Duration: figures by time' });
    fireEvent.focus(slider);
    const spoken = () => plain(slider.getAttribute('aria-valuetext'));
    expect(spoken()).toBe('12:00:00, all 100 req/s, p10 100 ms');
    fireEvent.keyDown(slider, { key: 'ArrowUp' });
    expect(spoken()).toBe('12:00:00, ≤ 100 ms 10 req/s, share 10 %, all 100 req/s, p10 100 ms');
    fireEvent.keyDown(slider, { key: 'ArrowUp' });
    fireEvent.keyDown(slider, { key: 'ArrowUp' });
    fireEvent.keyDown(slider, { key: 'ArrowLeft' });
    expect(spoken()).toBe('11:59:00, > 500 ms 60 req/s, share 60 %, all 100 req/s, p10 100 ms');
  });

  it('says of a cell of several steps that it is their mean, not how many there were in its span', async () => {
    const counts = Array.from({ length: 240 }, () => 5);
    show([seriesOf(counts, { le: '1' }), seriesOf(counts, { le: '+Inf' })], {
      options: { cellUnit: 'short', quantiles: [] },
    });
    const slider = await screen.findByRole('slider');
    fireEvent.focus(slider);
    for (const key of ['ArrowLeft', 'ArrowUp']) fireEvent.keyDown(slider, { key });
    expect(plain(slider.getAttribute('aria-valuetext'))).toMatch(/≤ 1 s 5, .*all 5, cells: mean of steps of 1m$/);
    screen.getByText('cells: mean of steps of 1m');
    screen.getByText('11:57:30 – 11:59:30');
  });

  it('zooms, and shares its crosshair', async () => {
    const onZoom = vi.fn();
    const set = vi.fn();
    const crosshair = { get: () => null, set, subscribe: () => () => {} };
    show(undefined, { props: { onZoom }, environment: { panelId: 'heat', crosshair } });
    const slider = await screen.findByRole('slider');
    fireEvent.focus(slider);
    expect(set).toHaveBeenLastCalledWith({ time: noon, source: 'heat' });
    for (const key of ['ArrowLeft', 'ArrowLeft']) fireEvent.keyDown(slider, { key, shiftKey: true });
    fireEvent.keyDown(slider, { key: 'Enter' });
    expect(onZoom).toHaveBeenCalledExactlyOnceWith({ from: noon - 2 * minute, to: noon });
  });

  it('has nothing to point at on a wall', () => {
    show(undefined, { environment: { surface: 'wall' } });
    expect(screen.queryByRole('slider')).toBeNull();
  });

  const native = { ...hour(1, '1'), histograms: new Map([[0, { count: 1, sum: 1, buckets: [] }]]) };
  it.each([
    ['series without bounds', [seriesOf([1], { job: 'ai' })], 'These series are not buckets'],
    ['several histograms', [hour(1, '1'), hour(2, '1')], 'These are buckets of several histograms'],
    ['native histograms', [native], 'Native histograms are not drawn yet'],
    ['no series', [], 'No buckets'],
  ])('says what is wrong with %s', (_, series, title) => {
    const props = show(series);
    screen.getByText(title);
    expect(heatmap.summary(props)).toBe(title);
    expect(heatmap.toTable(props).rows).toEqual([]);
  });
});

describe('a heatmap in words', () => {
  it('is summed up: how many buckets, where most is, and the lines', () => {
    const props = propsOf(undefined, { options: { quantiles: [0.1] } });
    expect(plain(heatmap.summary(props))).toBe('3 buckets. Most values are in > 500 ms. Last: p10 100 ms.');
  });

  it('is a table of every sample, whose cells are empty where there is none', () => {
    const gap = seriesOf([100, null], { le: '+Inf' });
    const { columns, rows } = heatmap.toTable(
      propsOf([seriesOf([10, 10], { le: '0.1' }), gap], { options: { quantiles: [0.05] } }),
    );
    expect(columns.map(({ name }) => plain(name))).toEqual(['Time', '≤ 100 ms', '> 100 ms', 'p5']);
    expect(rows.map((row) => row.slice(1).map(({ raw }) => raw))).toEqual([
      [10, 90, 0.05],
      [10, null, null],
    ]);
  });
});
