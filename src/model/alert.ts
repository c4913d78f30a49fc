import type { Labels } from './labels.ts';

/** An active alert as the Prometheus alerts API tells it. `activeAt` is epoch milliseconds. */
export interface Alert {
  readonly state: 'pending' | 'firing';
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly activeAt: number;
  /** The value of the rule's expression; NaN when it is NaN. */
  readonly value: number;
}
