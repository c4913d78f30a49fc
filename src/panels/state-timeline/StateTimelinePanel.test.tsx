// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeCanvas } from '../../testing/canvas.ts';
import { rangeFrame, seriesOf } from '../../testing/frames.ts';
import { fakeLayout } from '../../testing/layout.ts';
import { noon, panelProps } from '../../testing/panelProps.ts';
import type { PanelEnvironment } from '../contract.ts';
import timeline from './index.ts';

const canvas = fakeCanvas();
fakeLayout(600, 240);
const minute = 60_000;
const query = { expr: 'up', legend: { en: '{{instance}}', 'pt-BR': '{{instance}}' } };
const mappings = [
  { value: 0, text: 'Down', tone: 'critical' },
  { value: 1, text: 'Up', tone: 'ok' },
];

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 240));
});

/** An hour of one sample a minute. */
const hour = (value: (i: number) => number | null) => Array.from({ length: 61 }, (_, i) => value(i));
const healthy = seriesOf(
  hour(() => 1),
  { instance: 'a' },
);
const failed = seriesOf(
  hour((i) => (i < 31 ? 1 : 0)),
  { instance: 'b' },
);
const gone = seriesOf(
  hour((i) => (i < 41 ? 1 : null)),
  { instance: 'c' },
);

function propsOf(
  series = [healthy, failed, gone],
  given: { options?: object; environment?: Partial<PanelEnvironment>; height?: number } = {},
) {
  return panelProps(timeline.decodeOptions({ mappings, ...given.options }), {
    data: { results: [{ query, frame: rangeFrame(series, noon, minute) }] },
    environment: { title: 'Targets', ...given.environment },
    size: { width: 600, height: given.height ?? 240 },
  });
}

function show(...given: Parameters<typeof propsOf>) {
  const props = propsOf(...given);
  render(<timeline.Panel {...props} />);
  return props;
}

const spoken = (slider: HTMLElement) => slider.getAttribute('aria-valuetext');

const many = Array.from({ length: 30 }, (_, i) =>
  seriesOf(
    hour(() => (i === 17 ? 0 : 1)),
    { instance: `s-${i + 1}` },
  ),
);

describe('the state timeline', () => {
  it('writes names beside the rows and states into the blocks', async () => {
    show();
    await waitFor(() => expect(canvas.texts()).toEqual(expect.arrayContaining(['a', 'b', 'c', 'Up', 'Down'])));
  });

  it('tells in its legend what share of the time was what, and that something is not known', () => {
    show();
    const items = screen.getAllByRole('listitem').map((item) => item.textContent?.replaceAll('\u00a0', ' '));
    expect(items).toEqual(['Up 81.6 %', 'Down 18.4 %', 'no data']);
  });

  it('says since when, and how long at least, where the keys point', async () => {
    show([failed]);
    const slider = await screen.findByRole('slider', { name: 'Targets: figures by time' });
    fireEvent.focus(slider);
    expect(spoken(slider)).toBe('12:00:00, b, Down, since 11:31:00, duration at least 30m');
    fireEvent.keyDown(slider, { key: 'Home' });
    expect(spoken(slider)).toBe('11:00:00, b, Up, 11:00:00 to 11:31:00, duration at least 31m');
  });

  it('goes from row to row with the arrows up and down', async () => {
    show();
    const slider = await screen.findByRole('slider');
    fireEvent.focus(slider);
    fireEvent.keyDown(slider, { key: 'ArrowDown' });
    expect(spoken(slider)).toContain('b, Down');
  });

  it('pages through rows that do not fit, and says which they are', async () => {
    show(many);
    screen.getByText('Rows 1 to 6 of 30');
    expect(screen.getByRole('button', { name: 'Rows before' }).hasAttribute('disabled')).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Rows after' }));
    screen.getByText('Rows 7 to 12 of 30');
  });

  it('shows the worst rows on a wall where not all fit, and counts the others', async () => {
    show(many, { environment: { surface: 'wall' } });
    await waitFor(() => expect(canvas.texts()).toContain('s-18'));
    screen.getByText('+24 more: 24 Up');
  });

  it('writes when a row ended, and says so where the keys point', async () => {
    show([gone]);
    await waitFor(() => expect(canvas.texts()).toContain('ended 11:41:00'));
    const slider = await screen.findByRole('slider');
    fireEvent.focus(slider);
    expect(spoken(slider)).toBe('12:00:00, c, no data, ended 11:41:00');
  });

  it('tells of the whole spell in a status history', async () => {
    show([failed], { options: { merge: false } });
    const slider = await screen.findByRole('slider');
    fireEvent.focus(slider);
    expect(spoken(slider)).toBe('12:00:00, b, Down, since 11:31:00, duration at least 30m');
  });

  it('sums up in words what is not well', () => {
    expect(timeline.summary(propsOf())).toBe('3 rows. b: Down since 11:31:00. c: ended at 11:41:00. And 1 more.');
    expect(timeline.summary(propsOf([healthy]))).toBe('1 row. a: Up since before 11:00:00.');
  });

  it('has a table of its blocks', () => {
    const { columns, rows } = timeline.toTable(propsOf([failed]));
    expect(columns.map(({ name }) => name)).toEqual(['series', 'State', 'From', 'To', 'Duration']);
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['b', 'Up', '11:00:00', '11:31:00', '31m'],
      ['b', 'Down', '11:31:00', '12:01:00', '30m'],
    ]);
  });
});
