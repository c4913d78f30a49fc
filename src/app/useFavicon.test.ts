import { expect, it } from 'vitest';
import { countFiring } from './useFavicon.ts';

const alert = (alertname: string, severity: string, state: 'firing' | 'pending' = 'firing') => ({
  state,
  labels: { alertname, severity },
});
const some = [alert('A', 'critical'), alert('B', 'warning'), alert('B', 'warning'), alert('C', 'critical', 'pending')];

it.each([
  ['no more than is known', null, 'Watchdog', { critical: 0, warning: 0 }],
  ['what fires', some, null, { critical: 1, warning: 2 }],
  [
    'every word for it',
    [alert('A', 'page'), alert('B', 'Critical'), alert('C', 'warn')],
    null,
    { critical: 2, warning: 1 },
  ],
  ['not what must fire', [...some, alert('Watchdog', 'critical')], 'Watchdog', { critical: 1, warning: 2 }],
  ['its absence', some, 'Watchdog', { critical: 2, warning: 2 }],
  ['that it only will fire', [alert('Watchdog', 'none', 'pending')], 'Watchdog', { critical: 1, warning: 0 }],
])('counts %s', (_what, alerts, watchdog, counted) => {
  expect(countFiring(alerts, watchdog)).toEqual(counted);
});
