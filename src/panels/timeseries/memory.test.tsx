// @vitest-environment happy-dom
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fakeCanvas } from '../../testing/canvas.ts';
import { rangeFrame, seriesOf } from '../../testing/frames.ts';
import { fakeLayout } from '../../testing/layout.ts';
import { noon, panelProps } from '../../testing/panelProps.ts';
import timeseries from './index.ts';

fakeCanvas();
fakeLayout(600, 240);

const MINUTE = 60_000;
const options = timeseries.decodeOptions({ legend: 'table' });

/** The panel at a refresh, and its samples. */
function refreshed(tick: number) {
  const rising = Array.from({ length: 61 }, (_, i) => i + tick);
  const series = seriesOf(rising, { job: 'api' });
  const frame = rangeFrame([series], noon + tick * MINUTE, MINUTE);
  const props = panelProps(options, { data: { results: [{ query: { expr: 'up' }, frame }] } });
  return { panel: <timeseries.Panel {...props} />, samples: new WeakRef(series.values) };
}

/** Draws the panel and refreshes it; what it was first drawn with. */
function drawAndRefresh(): WeakRef<Float64Array> {
  // The testing library keeps what it rendered first.
  const { rerender } = render(null);
  const { panel, samples } = refreshed(0);
  rerender(panel);
  // More than once, since React keeps the drawing before the last.
  for (let tick = 1; tick <= 3; tick++) rerender(refreshed(tick).panel);
  return samples;
}

it('lets go of the samples it was first drawn with', async () => {
  const samples = drawAndRefresh();
  // What a task has seen through a weak reference lives until its end.
  await new Promise((resolve) => setTimeout(resolve));
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('no garbage collector to call');
  collect();
  expect(samples.deref()).toBeUndefined();
});
