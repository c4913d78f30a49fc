import type uPlot from 'uplot';

/** Milliseconds of a frame that go into the shapes of lines. */
const SHARE = 16;
/** Up to this many lines come at once. With more the first frame has none: making the plot took long enough. */
const MANY = 100;

/**
 * Lets a plot of very many lines come up over several frames, so that it never keeps its viewer waiting: what does not fit
 * into a frame's share is drawn in the next. Usual plots are drawn in their first, whole: each further frame would draw all again.
 */
export function takeTurns(lines: number): {
  readonly paths: (build: uPlot.Series.PathBuilder) => uPlot.Series.PathBuilder;
  readonly hooks: Required<Pick<uPlot.Hooks.Defs, 'drawClear' | 'draw' | 'destroy'>>;
} {
  const isMany = lines > MANY;
  let share = isMany ? 0 : Number.POSITIVE_INFINITY;
  let until = 0;
  let isLeft = false;
  let frame = 0;
  return {
    // Without a path uPlot draws nothing, and asks for it again at the next drawing; paths that are there it keeps.
    paths: (build) => (plot, i, from, to) => {
      if (performance.now() < until) return build(plot, i, from, to);
      isLeft = true;
      return null;
    },
    hooks: {
      drawClear: () => {
        until = performance.now() + share;
        if (isMany) share = SHARE;
        isLeft = false;
      },
      draw: (plot) => {
        cancelAnimationFrame(frame);
        if (isLeft) frame = requestAnimationFrame(() => plot.redraw(false));
      },
      destroy: () => cancelAnimationFrame(frame),
    },
  };
}
