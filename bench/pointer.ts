import { setTimeout as delay } from 'node:timers/promises';
import type { OpenPage, Place } from './stand/visit.ts';
import { rival, visit, workAt } from './stand/visit.ts';
import { quantile } from './statistics.ts';
import type { Row, Suite } from './suite.ts';

/** Ms between two moves: a little more often than frames. */
const pace = 10;
const moves = 300;
/** Ms of a frame at 60 a second. */
const frame = 1000 / 60;
/** Ms by which the 95th percentile may exceed a frame, or that of a page that does nothing: a lost frame would be 16.7. */
const tolerance = 4;

const place: Place = { path: '/d/bench/pointer', panels: 1, viewport: { width: 1920, height: 1080 } };

/** Moves the pointer to and fro over the first panel, and gives the ms from frame to frame. */
async function framesWhileMoving({ page, devtools }: OpenPage, isDrag: boolean): Promise<number[]> {
  const box = await page.locator('[data-panel-id] canvas').first().boundingBox();
  if (box === null) throw new Error('there is no chart');
  const { x, y, width, height } = box;
  const at = (move: number) => ({
    x: x + width * (0.5 + 0.4 * Math.sin(move / 25)),
    y: y + height * (0.5 + 0.3 * Math.cos(move / 17)),
  });
  const button = isDrag ? 'left' : 'none';
  if (isDrag)
    await devtools.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at(0), button, clickCount: 1 });
  for (let move = 0; move < 30; move++) {
    await devtools.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at(move), button });
    await delay(pace);
  }
  await page.evaluate(() => window.bench.watchFrames());
  for (let move = 0; move < moves; move++) {
    await devtools.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at(move), button });
    await delay(pace);
  }
  return page.evaluate(() => window.bench.frames());
}

function rowOf(what: string, frames: readonly number[], idle: readonly number[]): Row {
  const figure = quantile(frames, 0.95);
  return {
    what,
    figures: [0.5, 0.95, 1].map((share) => quantile(frames, share).toFixed(1)),
    budget: { figure, limit: Math.max(frame, quantile(idle, 0.95)) + tolerance, unit: ' ms' },
  };
}

/** Whether a chart follows the pointer. */
export const pointerSuite: Suite = {
  name: 'pointer',
  title: 'Hover and drag',
  about: `Ms from frame to frame while a pointer moves over 100 series x 1,000 points. Judged is the 95th percentile: at most a frame at 60 a
second, or that of the bare page, which does nothing with a pointer, and ${tolerance} ms more.`,
  columns: ['median', '95th percentile', 'longest'],
  run: async (stand) => {
    const started = await stand();
    const work = await workAt(started, place, 1);
    const hover = await visit(started, place, (open) => framesWhileMoving(open, false));
    const drag = await visit(started, place, (open) => framesWhileMoving(open, true));
    const idle = await visit(started, rival('bare', place, work), (open) => framesWhileMoving(open, false));
    return [
      rowOf('hover', hover, idle),
      rowOf('drag', drag, idle),
      { ...rowOf('hover over the bare page', idle, idle), budget: null },
    ];
  },
};
