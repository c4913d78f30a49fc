/** The samples of one line. null and NaN break it, undefined is passed over. */
export interface Trace {
  readonly times: ArrayLike<number>;
  readonly values: ArrayLike<number | null | undefined>;
  /** Hold each value until the next sample. */
  readonly step: boolean;
}

/** Positions on the canvas of a time and a value. */
export interface Projection {
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
}

/**
 * Traces a line on a path, one subpath for each unbroken run; a lone sample becomes a dot under a round
 * line cap. Returns the runs as pairs of indices, first and last sample, for a fill.
 */
export function traceLine(
  path: Pick<CanvasPath, 'moveTo' | 'lineTo'>,
  { times, values, step }: Trace,
  to: Projection,
): [number, number][] {
  const runs: [number, number][] = [];
  let open: [number, number] | null = null;
  let lastY = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === undefined) continue;
    if (value === null || Number.isNaN(value)) {
      open = null;
      continue;
    }
    const x = to.x(times[i] ?? 0);
    const y = to.y(value);
    if (open === null) {
      open = [i, i];
      runs.push(open);
      path.moveTo(x, y);
      path.lineTo(x, y);
    } else {
      if (step) path.lineTo(x, lastY);
      path.lineTo(x, y);
      open[1] = i;
    }
    lastY = y;
  }
  return runs;
}

/** Gives a canvas the pixels of its place on the page, cleared and scaled to CSS pixels; null when it has none or cannot draw. */
export function prepareCanvas(canvas: HTMLCanvasElement) {
  const { clientWidth: width, clientHeight: height } = canvas;
  const context = canvas.getContext('2d');
  if (context === null || width === 0 || height === 0) return null;
  const ratio = devicePixelRatio;
  const pixels = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
  // Setting a size, even the same one, throws the canvas' memory away.
  if (canvas.width !== pixels.width || canvas.height !== pixels.height) Object.assign(canvas, pixels);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return { context, width, height };
}
