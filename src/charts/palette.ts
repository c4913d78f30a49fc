import type { Tone } from '../model/thresholds.ts';

/** How a series is told apart: a color token, and from the ninth series on also a dash pattern (CSS pixels, [] solid). */
export interface SeriesColor {
  readonly token: string;
  readonly dash: readonly number[];
}

const seriesColors = 8;
const plain: readonly number[] = [];
const dashes: readonly (readonly number[])[] = [plain, [6, 3], [2, 3], [9, 3, 2, 3]];

/**
 * The look of the series in `slot` (0 first). Eight colors, then the same ones dashed, then dotted, then both; from then on plain
 * again, since nothing is left to tell them apart by, and a pattern takes several times as long to draw.
 */
export function seriesColor(slot: number): SeriesColor {
  return {
    token: `--series-${(slot % seriesColors) + 1}`,
    dash: dashes[Math.floor(slot / seriesColors)] ?? plain,
  };
}

/** The color token of a tone. */
export function toneToken(tone: Tone): string {
  return tone === 'neutral' ? '--ink-2' : `--${tone}`;
}

type Theme = 'light' | 'dark';
const resolved: Readonly<Record<Theme, Map<string, string>>> = { light: new Map(), dark: new Map() };

const probes = new Map<Theme, HTMLElement>();

/** An element that wears a theme, since the page may not have put it on yet. It stays: each new one costs a style pass. */
function probeOf(theme: Theme): HTMLElement {
  const known = probes.get(theme);
  if (known?.isConnected) return known;
  const probe = document.createElement('div');
  probe.hidden = true;
  probe.dataset.theme = theme;
  document.body.append(probe);
  probes.set(theme, probe);
  return probe;
}

/** The value of a token in a theme, for a canvas, which knows no CSS variables. Read once and kept. '' when there is no such token. */
export function resolveToken(token: string, theme: Theme): string {
  const known = resolved[theme].get(token);
  if (known !== undefined) return known;
  const value = getComputedStyle(probeOf(theme)).getPropertyValue(token).trim();
  if (value !== '') resolved[theme].set(token, value);
  return value;
}

/** A color at part of its strength, `share` from 0 to 1. */
export function faint(color: string, share: number): string {
  return `color-mix(in srgb, ${color} ${Math.round(share * 100)}%, transparent)`;
}
