import { alertsPanelTexts } from '../../i18n/apart/panels/alerts.ts';
import { formatAge } from '../../model/age.ts';
import type { PanelKind } from '../contract.ts';
import { AlertsPanel } from './AlertsPanel.tsx';
import { type AlertsOptions, decodeOptions } from './options.ts';
import { listAlerts } from './transform.ts';

const alerts: PanelKind<AlertsOptions> = {
  decodeOptions,
  Panel: AlertsPanel,
  summary: ({ options, data, environment }) => {
    const texts = alertsPanelTexts[environment.language];
    const { rows, fitting } = listAlerts(data.alerts, options);
    if (fitting === 0) return texts.none(options.states.includes('firing'));
    const count = (state: string) => rows.filter((row) => row.state === state).length;
    return texts.summary(count('firing'), count('pending'), rows[0]?.title ?? '');
  },
  toTable: ({ options, data, environment }) => {
    const { columns, states } = alertsPanelTexts[environment.language];
    return {
      columns: [columns.state, columns.severity, columns.name, columns.title, columns.labels, columns.since].map(
        (name) => ({ name, numeric: false }),
      ),
      rows: listAlerts(data.alerts, { ...options, limit: data.alerts.length }).rows.map((row) => [
        ...[states[row.state], row.severity, row.name, row.title].map((text) => ({ text, raw: text })),
        {
          text: row.labels.map((pair) => pair.join('=')).join(', '),
          raw: JSON.stringify(Object.fromEntries(row.labels)),
        },
        { text: formatAge(environment.now - row.since), raw: new Date(row.since).toISOString() },
      ]),
    };
  },
};

export default alerts;
