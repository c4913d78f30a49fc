import type { Alert } from '../../model/alert.ts';

/** The critical alerts that are firing, the one that has been for longest first. */
export function criticalAlerts(alerts: readonly Alert[]): readonly Alert[] {
  return alerts
    .filter(({ state, labels }) => state === 'firing' && labels.severity === 'critical')
    .sort((a, b) => a.activeAt - b.activeAt);
}
