// @vitest-environment happy-dom
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeCanvas } from '../../testing/canvas.ts';
import { rangeFrame, seriesOf } from '../../testing/frames.ts';
import { fakeLayout } from '../../testing/layout.ts';
import { noon, panelProps } from '../../testing/panelProps.ts';
import type { Crosshair, PanelProps, TimeSpan } from '../contract.ts';
import kind from './index.ts';
import type { TimeseriesOptions } from './options.ts';

const canvas = fakeCanvas();
fakeLayout(600, 200);

const minute = 60_000;
const frame = rangeFrame(
  [
    seriesOf([1, 2, 3, 4], { job: 'backend' }),
    seriesOf([10, 20, Number.NaN, 40], { job: 'streaming' }),
    seriesOf([7, 8, null, null], { job: 'ai' }),
  ],
  noon,
  20 * minute,
);
const legend = { en: '{{job}}', 'pt-BR': '{{job}}' };
const results = [{ query: { expr: 'up', legend }, frame }];

function propsOf(raw: object = {}, given: Partial<PanelProps<TimeseriesOptions>['environment']> = {}) {
  return panelProps(kind.decodeOptions({ legend: 'table', ...raw }), {
    data: { results },
    size: { width: 600, height: 300 },
    environment: { title: 'Requests', ...given },
  });
}

/** Draws the panel and waits until it answers to pointer and keys. */
async function show(props: PanelProps<TimeseriesOptions>) {
  const view = render(<kind.Panel {...props} />);
  await act(async () => {});
  return { ...view, slider: await screen.findByRole('slider') };
}

/** With every kind of space as a plain one. */
const plain = (text: string) => text.replace(/\s/g, ' ');

function row(name: string): string[] {
  const cells = within(screen.getByRole('row', { name: new RegExp(`^${name}`) })).getAllByRole('cell');
  return cells.map((cell) => plain(cell.textContent ?? ''));
}

const pressed = () =>
  screen.getAllByRole('button').map((button) => [button.textContent, button.getAttribute('aria-pressed')]);

describe('the legend of a time series', () => {
  it('has the statistics of what is there: NaN and absences are in none of them', async () => {
    await show(propsOf({ legendColumns: ['min', 'mean', 'max', 'sum'] }));
    expect(row('backend')).toEqual(['1', '2.5', '4', '10']);
    expect(row('streaming')).toEqual(['10', '23.3', '40', '70']);
  });

  it('says of when a last figure is whose series has ended', async () => {
    await show(propsOf({ legendColumns: ['last'] }));
    expect(row('backend')).toEqual(['4']);
    expect(row('ai')).toEqual(['8 at 11:20:00']);
  });

  it('writes figures with unit and mappings', async () => {
    await show(propsOf({ unit: 'bytes', legendColumns: ['last'], mappings: [{ value: 4, text: 'full' }] }));
    expect(row('backend')).toEqual(['full']);
    expect(row('streaming')).toEqual(['40 B']);
  });

  it('shows one series alone on a click, and all of them on the next', async () => {
    await show(propsOf());
    await userEvent.click(screen.getByRole('button', { name: 'ai' }));
    expect(pressed()).toEqual([
      ['backend', 'false'],
      ['streaming', 'false'],
      ['ai', 'true'],
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'ai' }));
    expect(pressed().map(([, state]) => state)).toEqual(['true', 'true', 'true']);
  });

  it.each(['Control', 'Meta'])('hides and shows one series with %s, by pointer and by keys', async (key) => {
    await show(propsOf());
    const user = userEvent.setup();
    const button = screen.getByRole('button', { name: 'ai' });
    await user.keyboard(`{${key}>}`);
    await user.click(button);
    expect(pressed().map(([, state]) => state)).toEqual(['true', 'true', 'false']);
    button.focus();
    await user.keyboard(`{Enter}{/${key}}`);
    expect(pressed().map(([, state]) => state)).toEqual(['true', 'true', 'true']);
  });

  it('is one line of text with the last figures on a wall, which nobody points at', async () => {
    render(<kind.Panel {...propsOf({}, { surface: 'wall' })} />);
    await act(async () => {});
    const items = within(screen.getByRole('list', { name: 'Series of Requests' })).getAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual(['backend4', 'streaming40', 'ai8 at 11:20:00']);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('slider')).toBeNull();
  });
});

describe('the axes of a time series', () => {
  it("have their ticks in the viewer's zone and the axis' unit", async () => {
    await show(propsOf({ unit: 'percent' }, { timeZone: 'America/Sao_Paulo' }));
    expect(canvas.texts()).toContain('08:30');
    expect(canvas.texts().map(plain)).toContain('20 %');
  });

  it('name the thresholds that are in sight', async () => {
    const thresholds = [
      { value: 30, tone: 'critical' },
      { value: 900, tone: 'warning' },
    ];
    await show(propsOf({ thresholds }));
    expect(canvas.texts()).toContain('◆ 30');
    expect(canvas.texts().join()).not.toContain('900');
  });

  it('show no figures when no series has any', async () => {
    const empty = rangeFrame([seriesOf([null, null, null])], noon, 20 * minute);
    await show({ ...propsOf(), data: { results: [{ query: { expr: 'up' }, frame: empty }], alerts: [], targets: [] } });
    expect(canvas.texts().filter((text) => !text.includes(':'))).toEqual([]);
  });
});

describe('pointing at a time series', () => {
  let zooms: (TimeSpan | null)[];
  beforeEach(() => {
    zooms = [];
  });
  const withZoom = (props: PanelProps<TimeseriesOptions>) => ({
    ...props,
    onZoom: (span: TimeSpan | null) => {
      zooms.push(span);
    },
  });

  it('speaks the figures at a time, largest first, absent ones left out', async () => {
    const { slider } = await show(propsOf());
    act(() => slider.focus());
    expect(slider.getAttribute('aria-valuetext')).toBe('12:00:00, streaming 40, backend 4');
    await userEvent.keyboard('{ArrowLeft}');
    expect(slider.getAttribute('aria-valuetext')).toBe('11:40:00, backend 3, streaming NaN');
    await userEvent.keyboard('{Home}');
    expect(slider.getAttribute('aria-valuetext')).toBe('11:00:00, streaming 10, ai 7, backend 1');
    expect(slider.getAttribute('aria-valuenow')).toBe('0');
  });

  it('leaves hidden series out', async () => {
    const { slider } = await show(propsOf());
    await userEvent.click(screen.getByRole('button', { name: 'backend' }));
    act(() => slider.focus());
    expect(slider.getAttribute('aria-valuetext')).toBe('12:00:00, backend 4');
  });

  it('zooms to what is selected by keys, and not without a selection', async () => {
    const { slider } = await show(withZoom(propsOf()));
    act(() => slider.focus());
    await userEvent.keyboard('{Enter}{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}{Enter}');
    expect(zooms).toEqual([{ from: noon - 40 * minute, to: noon }]);
  });

  it('lets go of a selection on Escape', async () => {
    const { slider } = await show(withZoom(propsOf()));
    act(() => slider.focus());
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}{Escape}{Enter}');
    expect(zooms).toEqual([]);
  });

  it('undoes the zoom on a double-click', async () => {
    const { slider } = await show(withZoom(propsOf()));
    fireEvent.doubleClick(slider);
    expect(zooms).toEqual([null]);
  });

  it('tells the other charts of the board where it is, and leaves nothing behind', async () => {
    const crosshair = createCrosshair();
    const { slider, unmount } = await show(propsOf({}, { crosshair, panelId: 'requests' }));
    act(() => slider.focus());
    expect(crosshair.get()).toEqual({ time: noon, source: 'requests' });
    unmount();
    expect(crosshair.get()).toBeNull();
  });

  it('does not take away what another chart points at when it goes', async () => {
    const crosshair = createCrosshair();
    const { unmount } = await show(propsOf({}, { crosshair }));
    const other = { time: noon, source: 'other' };
    act(() => crosshair.set(other));
    unmount();
    expect(crosshair.get()).toBe(other);
  });
});

describe('a time series in words', () => {
  it('tells count, last figures, extremes and trend', () => {
    expect(plain(kind.summary(propsOf({ unit: 'reqps' })))).toBe(
      '3 series. backend: 4 req/s, between 1 req/s and 4 req/s, rising. ' +
        'streaming: 40 req/s, between 10 req/s and 40 req/s, rising. ai: 8 req/s, between 7 req/s and 8 req/s, rising.',
    );
  });

  it('counts the series that are too many to tell', () => {
    const many = rangeFrame(
      Array.from({ length: 7 }, (_, i) => seriesOf([i, i], { job: `${i}` })),
      noon,
      minute,
    );
    const props = propsOf();
    const said = kind.summary({ ...props, data: { ...props.data, results: [{ query: { expr: 'up' }, frame: many }] } });
    expect(said).toMatch(/^7 series\. 0: 0, between 0 and 0, steady\..* And 2 more\.$/);
  });

  it('has a table with a row for each time, empty where nothing is, NaN where that is the value', () => {
    const { columns, rows } = kind.toTable(propsOf());
    expect(columns.map(({ name }) => name)).toEqual(['Time', 'backend', 'streaming', 'ai']);
    expect(rows.map((cells) => cells.map(({ raw }) => raw))).toEqual([
      ['2026-01-15T11:00:00.000Z', 1, 10, 7],
      ['2026-01-15T11:20:00.000Z', 2, 20, 8],
      ['2026-01-15T11:40:00.000Z', 3, Number.NaN, null],
      ['2026-01-15T12:00:00.000Z', 4, 40, null],
    ]);
    expect(rows[2]?.map(({ text }) => text)).toEqual(['11:40:00', '3', 'NaN', '']);
  });
});

function createCrosshair(): Crosshair {
  const listeners = new Set<() => void>();
  let at: ReturnType<Crosshair['get']> = null;
  return {
    get: () => at,
    set(next) {
      at = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
