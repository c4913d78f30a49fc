import { expect, it } from 'vitest';
import { countFiring } from './useFavicon.ts';

const alert = (alertname: string, severity: string, state: 'firing' | 'pending' = 'firing') => ({
  state,
  labels: { alertname, severity },
});
const some = [alert('A', 'critical'), alert('B', 'warning'), alert('B', 'warning'), alert('C', 'critical', 'pending')];

it.each([
  ['no more than is known', null, 'Watchdog', false, { critical: 0, warning: 0 }],
  ['what fires', some, null, true, { critical: 1, warning: 2 }],
  [
    'every word for it',
    [alert('A', 'page'), alert('B', 'Critical'), alert('C', 'warn')],
    null,
    true,
    { critical: 2, warning: 1 },
  ],
  ['not what must fire', [...some, alert('Watchdog', 'critical')], 'Watchdog', true, { critical: 1, warning: 2 }],
  ['its absence', some, 'Watchdog', true, { critical: 2, warning: 2 }],
  ['not its absence from some of them', some, 'Watchdog', false, { critical: 1, warning: 2 }],
  ['that it only will fire', [alert('Watchdog', 'none', 'pending')], 'Watchdog', true, { critical: 1, warning: 0 }],
])('counts %s', (_what, alerts, watchdog, areAll, counted) => {
  expect(countFiring(alerts, watchdog, areAll)).toEqual(counted);
});
