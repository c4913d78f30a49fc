import { useEffect, useRef } from 'react';
import type { Span } from './chart.ts';
import { faint, resolveToken } from './palette.ts';
import styles from './Sparkline.module.css';
import { prepareCanvas, traceLine } from './trace.ts';
import { textScale } from './useTextSize.ts';

export interface SparklineProps {
  /** Epoch ms, ascending. */
  readonly times: Float64Array;
  /** NaN where there is no sample. */
  readonly values: Float64Array;
  /** What the width stands for. */
  readonly span: Span;
  /** Color token. */
  readonly token: string;
  readonly theme: 'light' | 'dark';
  /** CSS pixels on a page; on a wall it grows with the text. */
  readonly lineWidth: number;
}

/** The shape of a series, no axes: a line with a faint fill that fills its parent. The figures beside it say what it means. */
export function Sparkline({ times, values, span, token, theme, lineWidth }: SparklineProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const draw = () => drawSparkline(element, { times, values, span, token, theme, lineWidth });
    // Observing calls back once at the start, after layout: no size is asked for in the middle of one.
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [times, values, span, token, theme, lineWidth]);
  return <canvas ref={canvas} className={styles.canvas} />;
}

function drawSparkline(canvas: HTMLCanvasElement, props: SparklineProps): void {
  const surface = prepareCanvas(canvas);
  const limits = sparkLimits(props.values);
  if (surface === null || limits === null) return;
  const { context, width, height } = surface;
  const { span } = props;
  const lineWidth = props.lineWidth * textScale(canvas);
  const inner = height - lineWidth;
  const to = {
    x: (time: number) => ((time - span.from) / (span.to - span.from)) * width,
    y: (value: number) =>
      lineWidth / 2 + (1 - (Math.min(value, limits.max) - limits.min) / (limits.max - limits.min)) * inner,
  };
  const color = resolveToken(props.token, props.theme);
  context.strokeStyle = color;
  context.lineWidth = lineWidth;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.beginPath();
  const runs = traceLine(context, { ...props, step: false }, to);
  context.stroke();
  context.fillStyle = faint(color, 0.13);
  const { times, values } = props;
  for (const [first, last] of runs) {
    context.beginPath();
    context.moveTo(to.x(times[first] ?? 0), height);
    for (let i = first; i <= last; i++) context.lineTo(to.x(times[i] ?? 0), to.y(values[i] ?? 0));
    context.lineTo(to.x(times[last] ?? 0), height);
    context.fill();
  }
}

/** The range of the values with a little room below; from zero when the smallest is under half of the largest. null without values. */
function sparkLimits(values: Float64Array): { min: number; max: number } | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (min > max) return null;
  if (min === max) return { min: min - 1, max: max + 1 };
  return min >= 0 && min < max / 2 ? { min: 0, max } : { min: min - (max - min) * 0.15, max };
}
