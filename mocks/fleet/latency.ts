/** Durations spread log-normally: half of them below `median` seconds, wider with `spread` (the sigma of the logarithm). */
export interface Latency {
  readonly median: number;
  readonly spread: number;
}

/** The error function, to 1.5e-7 (Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26). */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.sign(x) * (1 - poly * Math.exp(-x * x));
}

function shareBelow({ median, spread }: Latency, seconds: number): number {
  return 0.5 * (1 + erf(Math.log(seconds / median) / (spread * Math.SQRT2)));
}

/** Share of the durations in each bucket of the ascending `limits`, the last of which is infinite. They add up to 1. */
export function bucketShares(latency: Latency, limits: readonly number[]): number[] {
  let below = 0;
  return limits.map((limit) => {
    // Never negative, whatever the error of the approximation in the tails: a bucket may not shrink.
    const share = Math.max(0, shareBelow(latency, limit) - below);
    below += share;
    return share;
  });
}

/** The duration that stands for all in a bucket: the geometric mean of its limits; a bit inside where one is open. */
export function representatives(limits: readonly number[]): number[] {
  return limits.map((limit, i) => {
    const lower = limits[i - 1];
    if (lower === undefined) return limit * 0.7;
    return Number.isFinite(limit) ? Math.sqrt(lower * limit) : lower * 1.3;
  });
}
