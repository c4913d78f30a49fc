import type uPlot from 'uplot';

/** Milliseconds of a frame that go into the shapes of lines. */
const SHARE = 16;

/**
 * Lets a plot of very many lines come up over several frames, so that it never keeps its viewer waiting: what does not fit
 * into a frame's share is drawn in the next, upon a picture of what there is already. The first frame has none of them: making
 * the plot took long enough. Takes uPlot's options and returns what to make the plot with.
 */
export function takeTurns(options: uPlot.Options): uPlot.Options {
  const { series, hooks } = options;
  let share = 0;
  let until = 0;
  let isLeft = false;
  let frame = 0;
  let isNext = false;
  let done = new Set<number>();
  let traced: uPlot.Series.Paths[] = [];
  let picture: HTMLCanvasElement | null = null;
  // Lines of the picture have no shape meanwhile: they are not to be drawn upon themselves.
  let pictured: { readonly paths: uPlot.Series.Paths; readonly shape: uPlot.Series.Paths }[] = [];
  const dropPicture = () => {
    for (const { paths, shape } of pictured) Object.assign(paths, shape);
    done = new Set();
    pictured = [];
    picture = null;
  };
  const drawNext = (plot: uPlot) => {
    isNext = true;
    plot.batch(() => plot.redraw(false));
    isNext = false;
  };
  // Without a path uPlot draws nothing, and asks for it again at the next drawing, also where the line was drawn meanwhile; paths
  // that are there it keeps.
  const inTurns =
    (build: uPlot.Series.PathBuilder): uPlot.Series.PathBuilder =>
    (plot, i, from, to) => {
      if (done.has(i)) return null;
      if (performance.now() >= until) {
        isLeft = true;
        return null;
      }
      done.add(i);
      const paths = build(plot, i, from, to);
      if (paths !== null) traced.push(paths);
      return paths;
    };
  const drawClear = () => {
    cancelAnimationFrame(frame);
    // Drawn for another reason: the picture is of what was.
    if (!isNext) dropPicture();
    until = performance.now() + share;
    share = SHARE;
    isLeft = false;
    traced = [];
  };
  const drawPicture = ({ ctx }: uPlot) => {
    if (picture !== null) copy(picture, ctx);
  };
  const takePicture = (plot: uPlot) => {
    if (!isLeft) return dropPicture();
    picture = pictureOf(plot.ctx.canvas, picture);
    pictured.push(...traced.map((paths) => ({ paths, shape: { ...paths } })));
    for (const paths of traced) Object.assign(paths, { stroke: null, fill: null });
    frame = requestAnimationFrame(() => drawNext(plot));
  };
  return {
    ...options,
    series: series.map((one) => (one.paths ? { ...one, paths: inTurns(one.paths) } : one)),
    // The picture is of what is drawn under the lines, and of lines.
    hooks: {
      ...hooks,
      drawClear: [drawClear],
      drawAxes: [...(hooks?.drawAxes ?? []), drawPicture],
      draw: [takePicture, ...(hooks?.draw ?? [])],
      destroy: [() => cancelAnimationFrame(frame)],
    },
  };
}

/** What a canvas shows, in `into` or a new one. */
function pictureOf(canvas: HTMLCanvasElement, into: HTMLCanvasElement | null): HTMLCanvasElement {
  const picture = into ?? document.createElement('canvas');
  if (into === null) Object.assign(picture, { width: canvas.width, height: canvas.height });
  const ctx = picture.getContext('2d');
  if (ctx !== null) copy(canvas, ctx);
  return picture;
}

/** Puts a picture in the place of all that was drawn. */
function copy(picture: HTMLCanvasElement, ctx: CanvasRenderingContext2D): void {
  ctx.save();
  ctx.globalCompositeOperation = 'copy';
  ctx.drawImage(picture, 0, 0);
  ctx.restore();
}
