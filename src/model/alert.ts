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

/** What of an alert says how things are. */
export type AlertState = Pick<Alert, 'state' | 'labels'>;

/** The alerts that fire, but the one that must always do so (`watchdog`): that it fires is how things should be. */
export function firingAlerts<A extends AlertState>(alerts: readonly A[], watchdog: string | null): readonly A[] {
  return alerts.filter(({ state, labels }) => state === 'firing' && labels.alertname !== watchdog);
}
