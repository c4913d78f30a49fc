import { expect, it } from 'vitest';
import type { Alert } from '../../model/alert.ts';
import { criticalAlerts } from './criticalAlerts.ts';

const alert = (alertname: string, severity: string, activeAt = 0, state: Alert['state'] = 'firing'): Alert => ({
  state,
  labels: { alertname, severity, system: 'gt' },
  annotations: {},
  activeAt,
  value: 1,
});

const names = (alerts: readonly Alert[], watchdog: string | null = null) =>
  criticalAlerts(alerts, watchdog).map(({ labels }) => labels.alertname);

it('are those that fire, the one that has for longest first', () => {
  const alerts = [alert('New', 'critical', 2), alert('Old', 'critical', 1), alert('No', 'critical', 0, 'pending')];
  expect(names(alerts)).toEqual(['Old', 'New']);
});

it.each(['page', 'error', 'high', 'Critical'])('are those of the severity %s too', (severity) => {
  expect(names([alert('A', severity), alert('B', 'warn')])).toEqual(['A']);
});

it('are without the alert that must always fire', () => {
  expect(names([alert('Watchdog', 'critical'), alert('A', 'critical')], 'Watchdog')).toEqual(['A']);
});
