import type { Tone } from '../../model/thresholds.ts';
import { hatch } from '../hatch.ts';
import { resolveToken } from '../palette.ts';
import type { State, StatePattern } from './states.ts';

/** How a state is put on a canvas: its block, the text in it, and the color around that text. */
export interface StatePaint {
  readonly fill: string | CanvasPattern;
  readonly ink: string;
  readonly halo: string;
}

/** What is well is quiet, what is critical is not: each tone has its own pattern, as each has its own mark. */
const byTone: Readonly<Record<Tone, StatePattern>> = {
  ok: 'plain',
  neutral: 'lines',
  info: 'dots',
  warning: 'stripes',
  critical: 'solid',
};
const toneless: readonly StatePattern[] = ['plain', 'stripes', 'dots', 'lines'];

/** The pattern of a state; those without a tone take turns, from `index` 0 on. */
export function patternOf(tone: Tone | null, index: number): StatePattern {
  return tone === null ? (toneless[index % toneless.length] ?? 'plain') : byTone[tone];
}

/** How much of the color there is between the marks of a pattern, percent. */
const strengths: Readonly<Record<StatePattern, number>> = { plain: 36, solid: 100, stripes: 30, dots: 30, lines: 26 };

/** The paint of a state; `pixel` is what is a CSS pixel on a page, in pixels of the canvas. */
export function paintOf({ token, pattern }: State, theme: 'light' | 'dark', pixel: number): StatePaint {
  const color = resolveToken(token, theme);
  const panel = resolveToken('--panel', theme);
  const mixed = (share: number) => `color-mix(in srgb, ${color} ${share}%, ${panel})`;
  const background = mixed(strengths[pattern]);
  if (pattern === 'solid') return { fill: color, ink: panel, halo: color };
  const looks = { ink: resolveToken('--ink', theme), halo: background };
  if (pattern === 'plain') return { fill: background, ...looks };
  const mark = mixed(strengths[pattern] + 26);
  if (pattern === 'stripes') return { fill: hatch(mark, pixel, { background, apart: 7, width: 2 }), ...looks };
  return { fill: tile(pattern, mark, background, pixel), ...looks };
}

/** Dots or level lines, as what a canvas fills with. */
function tile(pattern: 'dots' | 'lines', color: string, background: string, pixel: number): CanvasPattern | string {
  const size = Math.max(3, Math.round(5 * pixel));
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (context === null) return background;
  context.fillStyle = background;
  context.fillRect(0, 0, size, size);
  context.fillStyle = color;
  const thick = Math.max(1, Math.round(1.3 * pixel));
  context.fillRect(0, Math.floor((size - thick) / 2), pattern === 'dots' ? thick : size, thick);
  return context.createPattern(canvas, 'repeat') ?? background;
}
