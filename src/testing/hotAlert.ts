import { HttpResponse, http } from 'msw';
import { embeddedPrometheus, gaugeTarget } from './embeddedPrometheus.ts';

const rules = (watchdog: string) => `
groups:
  - name: load
    rules:
      - { alert: Hot, expr: temperature > 80, labels: { severity: critical } }
      - { alert: ${watchdog}, expr: vector(1) }
`;

/** A Prometheus whose rules have Hot firing, and an alert that always does. */
export const hotPrometheus = (watchdog = 'Watchdog') =>
  embeddedPrometheus({
    targets: [gaugeTarget('api', { temperature: 90 }, { instance: 'a:80' })],
    ruleFiles: [{ path: 'r.yml', content: rules(watchdog) }],
  });

/** So many minutes from now, as Alertmanager writes times. */
export const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

/** A silence as Alertmanager has it. */
export interface Wire {
  readonly id: string;
  readonly matchers: readonly { readonly name: string; readonly value: string }[];
  readonly comment: string;
  readonly endsAt: string;
  readonly [key: string]: unknown;
}

/** An Alertmanager with one alert, which knows its external label, and the silences that it is given. */
export function hotAlertmanager(silences: Wire[] = [], inhibitedBy: readonly string[] = []) {
  const isSilenced = () => silences.filter(({ comment }) => comment !== 'over').map(({ id }) => id);
  const labels = { alertname: 'Hot', severity: 'critical', instance: 'a:80', job: 'api', cluster: 'eu' };
  return [
    http.get('*/api/am/am/api/v2/alerts', () =>
      HttpResponse.json([
        {
          fingerprint: 'f1',
          labels,
          annotations: {},
          status: {
            state: isSilenced().length > 0 ? 'suppressed' : 'active',
            silencedBy: isSilenced(),
            inhibitedBy,
          },
          receivers: [{ name: 'pager' }],
          startsAt: minutesFromNow(-5),
          endsAt: minutesFromNow(5),
          updatedAt: minutesFromNow(0),
          generatorURL: '',
        },
      ]),
    ),
    http.get('*/api/am/am/api/v2/silences', () =>
      HttpResponse.json(
        silences.map((silence) => ({ ...silence, updatedAt: minutesFromNow(0), status: { state: 'active' } })),
      ),
    ),
    http.post('*/api/am/am/api/v2/silences', async ({ request }) => {
      const sent: unknown = await request.json();
      silences.push({ id: 'made', matchers: [], comment: '', endsAt: '', ...Object(sent) });
      return HttpResponse.json({ silenceID: 'made' });
    }),
    http.delete('*/api/am/am/api/v2/silence/:id', () => {
      silences.length = 0;
      return new HttpResponse(null);
    }),
  ];
}
