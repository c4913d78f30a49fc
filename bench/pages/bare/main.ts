// The floor: asks, parses and strokes lines on one canvas.
import { addPanel, ask, colorOf, onRefresh, readWork, spanOf, type WireSeries } from '../shared/work.ts';

const work = readWork();
const { columns, width, height } = work;
const section = addPanel('all');
const canvas = document.createElement('canvas');
canvas.width = columns * width;
canvas.height = Math.ceil(work.exprs.length / columns) * height;
section.append(canvas);
const context = canvas.getContext('2d');

/** Strokes the lines of one panel into its cell of the canvas. */
function strokeLines(place: CanvasRenderingContext2D, series: readonly WireSeries[], start: number, end: number): void {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  const lines = series.map(({ values }) =>
    values.map(([time, text]) => {
      const value = Number(text);
      if (value < least) least = value;
      if (value > most) most = value;
      return [time, value] as const;
    }),
  );
  for (const [i, line] of lines.entries()) {
    place.beginPath();
    for (const [time, value] of line) {
      place.lineTo(((time - start) / (end - start)) * width, (1 - (value - least) / (most - least)) * height);
    }
    place.strokeStyle = colorOf(i);
    place.stroke();
  }
}

async function draw(): Promise<void> {
  if (context === null) throw new Error('there is no canvas here');
  const { start, end } = spanOf(work);
  const answers = await Promise.all(work.exprs.map((expr) => ask(expr, { start, end }, work.step)));
  context.clearRect(0, 0, canvas.width, canvas.height);
  for (const [i, series] of answers.entries()) {
    context.setTransform(1, 0, 0, 1, (i % columns) * width, Math.floor(i / columns) * height);
    strokeLines(context, series, start, end);
  }
  context.resetTransform();
  section.dataset.state = 'ready';
  document.documentElement.dataset.app = 'ready';
}

onRefresh(draw);
await draw();
