// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Series } from '../../model/frame.ts';
import { drawingContext, fakeCanvas } from '../../testing/canvas.ts';
import { rangeFrame, seriesOf } from '../../testing/frames.ts';
import { fakeLayout } from '../../testing/layout.ts';
import { noon, panelProps } from '../../testing/panelProps.ts';
import type { PanelEnvironment, PanelProps } from '../contract.ts';
import timeseries from './index.ts';
import type { TimeseriesOptions } from './options.ts';

const canvas = fakeCanvas();
fakeLayout(600, 240);
const minute = 60_000;
const hostile = '<img src=x onerror="alert(1)">';
// Over the hour that the panel shows, one sample a minute.
const rising = seriesOf(
  Array.from({ length: 61 }, (_, i) => i),
  { job: 'ai' },
);
const steady = seriesOf(
  Array.from({ length: 61 }, () => 500),
  { job: 'backend' },
);
const ended = seriesOf(
  Array.from({ length: 61 }, (_, i) => (i < 31 ? 7 : null)),
  { job: 'gone' },
);
// There are samples up to now, but since half an hour there has been nothing to divide by.
const idle = seriesOf(
  Array.from({ length: 61 }, (_, i) => (i < 31 ? 7 : Number.NaN)),
  { job: 'idle' },
);

beforeEach(() => {
  // Where the plot is in the window: uPlot and the layer over it ask for it.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 240));
});

function show(
  series: readonly Series[] = [rising, steady],
  given: {
    options?: object;
    environment?: Partial<PanelEnvironment>;
    props?: Partial<PanelProps<TimeseriesOptions>>;
  } = {},
) {
  const props = {
    ...panelProps(timeseries.decodeOptions({ legend: 'table', ...given.options }), {
      data: { results: [{ query: { expr: 'up' }, frame: rangeFrame(series, noon, minute) }] },
      environment: { title: 'Load', ...given.environment },
      size: { width: 600, height: 240 },
    }),
    ...given.props,
  };
  const view = render(<timeseries.Panel {...props} />);
  return { props, redraw: (next: Partial<typeof props>) => view.rerender(<timeseries.Panel {...props} {...next} />) };
}

const shown = () => screen.queryAllByRole('button', { pressed: true }).map((one) => one.textContent);
const button = (name: string) => screen.getByRole('button', { name });
const slider = () => screen.findByRole('slider', { name: 'Load: figures by time' });

describe('the legend of a chart', () => {
  it('shows one series alone at a click, and all again at the next', async () => {
    const user = userEvent.setup();
    show([rising, steady, ended]);
    await user.click(button('ai'));
    expect(shown()).toEqual(['ai']);
    await user.click(button('backend'));
    expect(shown()).toEqual(['backend']);
    await user.click(button('backend'));
    expect(shown()).toEqual(['ai', 'backend', 'gone']);
  });

  it('hides a series and shows it again at a click with Ctrl', () => {
    show();
    fireEvent.click(button('ai'), { ctrlKey: true });
    expect(shown()).toEqual(['backend']);
    fireEvent.click(button('ai'), { metaKey: true });
    expect(shown()).toEqual(['ai', 'backend']);
  });

  it('does both by keys', async () => {
    const user = userEvent.setup();
    show([rising, steady, ended]);
    button('ai').focus();
    await user.keyboard('{Enter}');
    expect(shown()).toEqual(['ai']);
    await user.keyboard('{Enter}');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(shown()).toEqual(['backend', 'gone']);
  });

  it('keeps what is hidden when new samples come', () => {
    const { props, redraw } = show();
    fireEvent.click(button('ai'), { ctrlKey: true });
    const frame = rangeFrame([rising, steady], noon + minute, minute);
    redraw({ data: { ...props.data, results: [{ query: { expr: 'up' }, frame }] } });
    expect(shown()).toEqual(['backend']);
  });

  it('has the figures of each series, and says when a last one is not of now', () => {
    show([rising, ended]);
    const [, first, second] = screen.getAllByRole('row');
    expect(
      within(first ?? document.body)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['60', '0', '30', '60']);
    expect(within(second ?? document.body).getByText('7 at 11:30:00')).toBeTruthy();
  });

  it('says so too when now is NaN, on the wall as well', async () => {
    show([rising, idle]);
    expect(screen.getByText('7 at 11:30:00')).toBeTruthy();
    cleanup();
    show([rising, idle], { environment: { surface: 'wall' } });
    const items = await screen.findAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual(['ai60', 'idle7 at 11:30:00']);
  });

  it('takes a hostile name as text', async () => {
    show([rising, seriesOf([1], { job: hostile })]);
    await slider();
    expect(button(hostile)).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });

  it('is text on the wall, where nobody can click', async () => {
    show(undefined, { environment: { surface: 'wall' } });
    const items = await screen.findAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual(['ai60', 'backend500']);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says on the wall how many do not fit', async () => {
    const lineOf = (element: HTMLElement) => [...(element.parentElement?.children ?? [])].indexOf(element);
    // Each item takes a line of its own, and the legend of 240 px has room for two.
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(120);
    vi.spyOn(HTMLElement.prototype, 'offsetTop', 'get').mockImplementation(function (this: HTMLElement) {
      return lineOf(this) * 120;
    });
    show([rising, steady, ended, seriesOf([1], { job: 'far' })], { environment: { surface: 'wall' } });
    const items = await screen.findAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual(['ai60', 'backend500', 'and 2 more series']);
  });
});

describe('the crosshair of a chart', () => {
  it('is moved by keys and speaks the figures', async () => {
    const user = userEvent.setup();
    show();
    (await slider()).focus();
    const spoken = async (key: string) => {
      await user.keyboard(key);
      return (await slider()).getAttribute('aria-valuetext');
    };
    expect(await spoken('{End}')).toBe('12:00:00, backend 500, ai 60');
    expect(await spoken('{ArrowLeft}')).toBe('11:59:00, backend 500, ai 59');
    expect(await spoken('{PageUp}')).toBe('11:49:00, backend 500, ai 49');
    expect(await spoken('{Home}')).toBe('11:00:00, backend 500, ai 0');
    expect(await spoken('{ArrowRight}')).toBe('11:01:00, backend 500, ai 1');
  });

  it('says nothing of a series where it has no sample', async () => {
    const user = userEvent.setup();
    show([rising, ended]);
    (await slider()).focus();
    await user.keyboard('{End}');
    expect((await slider()).getAttribute('aria-valuetext')).toBe('12:00:00, ai 60');
  });

  it('takes its figures along when the page is scrolled', async () => {
    show();
    (await slider()).focus();
    const top = () => document.querySelector<HTMLElement>('[popover]')?.style.top;
    await waitFor(() => expect(top()).toBe('14px'));
    vi.mocked(HTMLElement.prototype.getBoundingClientRect).mockReturnValue(new DOMRect(0, 300, 600, 240));
    fireEvent.scroll(document.body);
    expect(Number.parseFloat(top() ?? '')).toBeGreaterThan(200);
  });

  it('tells the other charts where it is, and takes that back', async () => {
    const user = userEvent.setup();
    const set = vi.fn();
    show(undefined, {
      environment: { panelId: 'load', crosshair: { get: () => null, set, subscribe: () => () => {} } },
    });
    (await slider()).focus();
    await user.keyboard('{End}');
    expect(set).toHaveBeenLastCalledWith({ time: noon, source: 'load' });
    await user.keyboard('{Escape}');
    expect(set).toHaveBeenLastCalledWith(null);
  });
});

describe('zooming', () => {
  it('goes to the span that is dragged', async () => {
    const onZoom = vi.fn();
    show(undefined, { props: { onZoom } });
    const over = await slider();
    over.setPointerCapture = () => {};
    const at = (clientX: number) => ({
      clientX,
      clientY: 50,
      button: 0,
      buttons: 1,
      pointerType: 'mouse',
      pointerId: 1,
    });
    fireEvent.pointerDown(over, at(100));
    fireEvent.pointerMove(over, at(300));
    fireEvent.pointerUp(over, at(300));
    expect(onZoom).toHaveBeenCalledOnce();
    const [span] = onZoom.mock.calls[0] ?? [];
    expect(span.to - span.from).toBeGreaterThan(15 * minute);
    expect(span.from).toBeGreaterThan(noon - 60 * minute);
    expect(span.to).toBeLessThan(noon);
  });

  it('does not follow a hand that shakes', async () => {
    const onZoom = vi.fn();
    show(undefined, { props: { onZoom } });
    const over = await slider();
    over.setPointerCapture = () => {};
    const at = (clientX: number) => ({
      clientX,
      clientY: 50,
      button: 0,
      buttons: 1,
      pointerType: 'mouse',
      pointerId: 1,
    });
    fireEvent.pointerDown(over, at(100));
    fireEvent.pointerMove(over, at(102));
    fireEvent.pointerUp(over, at(102));
    expect(onZoom).not.toHaveBeenCalled();
  });

  it('goes to the span that is chosen by keys', async () => {
    const user = userEvent.setup();
    const onZoom = vi.fn();
    show(undefined, { props: { onZoom } });
    (await slider()).focus();
    await user.keyboard('{End}{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}{Enter}');
    expect(onZoom).toHaveBeenCalledExactlyOnceWith({ from: noon - 2 * minute, to: noon });
  });

  it('goes back at a double click', async () => {
    const onZoom = vi.fn();
    show(undefined, { props: { onZoom } });
    fireEvent.doubleClick(await slider());
    expect(onZoom).toHaveBeenCalledExactlyOnceWith(null);
  });
});

describe('the drawing', () => {
  it("has the axes of its data in the viewer's zone", async () => {
    show(undefined, { environment: { timeZone: 'America/Sao_Paulo' }, options: { unit: 'percent' } });
    await waitFor(() => expect(canvas.texts()).toEqual(expect.arrayContaining(['08:30', '400\u00a0%'])));
  });

  it('writes its thresholds with their sign', async () => {
    show(undefined, { options: { thresholds: [{ value: 250, tone: 'critical' }] } });
    await waitFor(() => expect(canvas.texts()).toContain('◆ 250'));
  });

  it('writes them as large on a screen of more pixels, also when it comes to be on one', async () => {
    const sizes: string[] = [];
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(() => {
      const context = drawingContext([]);
      const fillText = (text: string) => text === '◆ 250' && sizes.push(context.font.split(' ')[0] ?? '');
      return Object.assign(context, { fillText });
    });
    vi.stubGlobal('devicePixelRatio', 1);
    show(undefined, { options: { thresholds: [{ value: 250, tone: 'critical' }] } });
    await waitFor(() => expect(sizes).toEqual(['16px']));
    vi.stubGlobal('devicePixelRatio', 2);
    // As uPlot tells of it.
    fireEvent(window, new CustomEvent('dppxchange'));
    await waitFor(() => expect(sizes.at(-1)).toBe('32px'));
  });
});
