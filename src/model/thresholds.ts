/** What a threshold or a mapping says of a value; each has its own color and its own mark, so that color is never alone. */
export const tones = ['ok', 'info', 'warning', 'critical', 'neutral'] as const;
export type Tone = (typeof tones)[number];

/** A value at or above `value` has the tone, until a higher threshold takes over. `value: null` is the base (minus infinity). */
export interface Threshold {
  readonly value: number | null;
  readonly tone: Tone;
}

/**
 * The tone of the highest threshold that `value` reaches, in whatever order they are listed (of equal ones the later);
 * null below all of them, and for NaN, which is neither high nor low.
 */
export function toneOf(value: number, thresholds: readonly Threshold[]): Tone | null {
  if (Number.isNaN(value)) return null;
  let tone: Tone | null = null;
  let reached = Number.NEGATIVE_INFINITY;
  for (const threshold of thresholds) {
    const at = threshold.value ?? Number.NEGATIVE_INFINITY;
    if (value >= at && at >= reached) {
      tone = threshold.tone;
      reached = at;
    }
  }
  return tone;
}
