/** What a threshold or a mapping says of a value; each has its own color and its own mark, so that color is never alone. */
export const tones = ['ok', 'info', 'warning', 'critical', 'neutral'] as const;
export type Tone = (typeof tones)[number];

/** A value at or above `value` has the tone, until a higher threshold takes over. `value: null` is the base (minus infinity). */
export interface Threshold {
  readonly value: number | null;
  readonly tone: Tone;
}
