type Lab = readonly [lightness: number, a: number, b: number];

/**
 * `steps` colors along the way through some colors (`#rrggbb`), each as far from the next as any other: equal distances in
 * OKLab, in which equal distances look equal. Where a color cannot be read (no page, no tokens) the ramp is the first color.
 * Conversion: Björn Ottosson, "A perceptual color space for image processing".
 */
export function colorRamp(colors: readonly string[], steps: number): readonly string[] {
  const stops = colors.map(labOf);
  const known = stops.filter((stop) => stop !== null);
  if (known.length < stops.length || known.length === 0) return Array.from({ length: steps }, () => colors[0] ?? '');
  const lengths = known.slice(1).map((stop, i) => distance(known[i] ?? stop, stop));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  return Array.from({ length: steps }, (_, step) => {
    let rest = steps > 1 ? (step / (steps - 1)) * whole : 0;
    let leg = 0;
    while (leg < lengths.length - 1 && rest > (lengths[leg] ?? 0)) rest -= lengths[leg++] ?? 0;
    const from = known[leg] ?? known[0];
    const to = known[leg + 1] ?? from;
    return from && to ? hexOf(between(from, to, rest / (lengths[leg] || 1))) : '';
  });
}

/** How far two colors look apart, in OKLab. */
function distance(a: Lab, b: Lab): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function between(a: Lab, b: Lab, share: number): Lab {
  const mix = (i: 0 | 1 | 2) => a[i] + (b[i] - a[i]) * share;
  return [mix(0), mix(1), mix(2)];
}

/** A color in OKLab; null when it is not written as `#rrggbb`. */
export function labOf(hex: string): Lab | null {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return null;
  const channel = (at: number) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r, g, b] = [channel(1), channel(3), channel(5)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function hexOf([lightness, a, b]: Lab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const written = channels.map((channel) =>
    Math.round(Math.min(1, Math.max(0, companded(channel))) * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${written.join('')}`;
}

/** sRGB's transfer function, and back. */
function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function companded(channel: number): number {
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;
}
