import type { Labels } from './labels.ts';
import type { Tone } from './thresholds.ts';

/** What people write into the label `severity`. */
const tones: Readonly<Record<string, Tone>> = {
  page: 'critical',
  critical: 'critical',
  error: 'critical',
  high: 'critical',
  warning: 'warning',
  warn: 'warning',
  medium: 'warning',
  info: 'info',
  low: 'info',
};

/** How bad an alert is by its label `severity`; neutral where that is missing or unheard of. */
export function severityTone({ severity = '' }: Labels): Tone {
  return tones[severity.toLowerCase()] ?? 'neutral';
}

const worstFirst: readonly Tone[] = ['critical', 'warning', 'info', 'neutral', 'ok'];

/** Orders tones from the worst on. */
export function byWorst(a: Tone, b: Tone): number {
  return worstFirst.indexOf(a) - worstFirst.indexOf(b);
}
