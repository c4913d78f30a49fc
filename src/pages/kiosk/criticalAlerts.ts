import { type Alert, firingAlerts } from '../../model/alert.ts';
import { severityTone } from '../../model/severity.ts';

/** The critical alerts that are firing, the one that has been for longest first; not the one that must always fire, `watchdog`. */
export function criticalAlerts(alerts: readonly Alert[], watchdog: string | null): readonly Alert[] {
  return firingAlerts(alerts, watchdog)
    .filter(({ labels }) => severityTone(labels) === 'critical')
    .sort((a, b) => a.activeAt - b.activeAt);
}
