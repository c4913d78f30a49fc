import { useId, useMemo } from 'react';
import * as v from 'valibot';
import { Board } from '../../board/Board.tsx';
import type { BoardClock } from '../../data/clock/useBoardClock.ts';
import { useMessages } from '../../data/services/messages.tsx';
import type { Variables } from '../../data/variables/useVariables.ts';
import { alertsTexts } from '../../i18n/apart/alerts.ts';
import { type Dashboard, dashboardSchema } from '../../model/dashboard.ts';
import styles from './AlertDetails.module.css';
import { alertsSelector, onlyWith, readCondition, withoutVariables } from './condition.ts';
import type { AlertEntry, AlertingRule } from './entries.ts';
import { useAlertsWorld } from './world.ts';

interface AlertChartsProps {
  readonly entry: AlertEntry;
  readonly origin: AlertingRule;
}

const HOUR = 3_600_000;
const noVariables: Variables = { states: [], values: new Map(), errors: new Map(), asked: [] };
const nowhere = () => null;
const nothing = () => undefined;

/** What the rule watches over the last hours, with its threshold and when it fired; and the alert's last day. */
export default function AlertCharts({ entry, origin }: AlertChartsProps) {
  const { language } = useMessages();
  const texts = alertsTexts[language].charts;
  const { dataSource, clock, theme, timeZone } = useAlertsWorld();
  const id = useId().replaceAll(/\W/g, '');
  const { key } = entry;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the alert is the same while its key and its rule's expression are
  const boards = useMemo(
    () => [
      { hours: 6, dashboard: board(watchedPanel(`watched-${id}`, entry, origin, texts)) },
      { hours: 24, dashboard: board(historyPanel(`history-${id}`, entry, texts)) },
    ],
    [id, key, origin.rule.expr, texts],
  );
  return (
    <div className={styles.charts}>
      {boards.map(({ hours, dashboard }) => (
        <Board
          key={hours}
          system=""
          dashboard={dashboard}
          dataSource={dataSource}
          clock={lastHours(clock, hours)}
          variables={noVariables}
          surface="page"
          theme={theme}
          timeZone={timeZone}
          onZoom={nothing}
          grafanaUrl={nowhere}
        />
      ))}
    </div>
  );
}

/** The page's clock with a range of its own. */
function lastHours(clock: BoardClock, hours: number): BoardClock {
  const span = { from: clock.now - hours * HOUR, to: clock.now };
  return { ...clock, span, asked: span };
}

type Texts = (typeof alertsTexts)['en']['charts'];

function board(panel: object): Dashboard {
  return v.parse(dashboardSchema, { title: 'Alert', section: 'system', rows: [{ panels: [{ span: 12, ...panel }] }] });
}

function watchedPanel(id: string, { labels, tone }: AlertEntry, { rule }: AlertingRule, texts: Texts): object {
  const { watched, threshold } = readCondition(rule.expr);
  // Labels that the rule gives are not those of the expression.
  const own = Object.entries(labels).filter(([name]) => name !== 'alertname' && !(name in rule.labels));
  return {
    id,
    kind: 'timeseries',
    title: texts.watched,
    height: 180,
    queries: [
      { id: 'watched', expr: onlyWith(withoutVariables(watched), Object.fromEntries(own)), legend: texts.value },
      { id: 'firing', expr: alertsSelector(labels, 'firing'), legend: texts.firing },
    ],
    thresholds: threshold === null ? [] : [{ value: threshold, tone: tone === 'neutral' ? 'warning' : tone }],
    options: { legend: 'none', overrides: [{ match: 'firing', band: true, tone: 'critical' }] },
  };
}

function historyPanel(id: string, { labels }: AlertEntry, texts: Texts): object {
  const [firing, pending] = [alertsSelector(labels, 'firing'), alertsSelector(labels, 'pending')];
  return {
    id,
    kind: 'state-timeline',
    title: texts.history,
    height: 110,
    // Not active is what was looked at and found so: where the server has no samples at all, nobody looked.
    queries: [{ expr: `max(${firing} * 2 or ${pending}) or 0 * group(up)`, legend: texts.state }],
    mappings: [
      { value: 2, text: texts.firing, tone: 'critical' },
      { value: 1, text: texts.pending, tone: 'warning' },
      { value: 0, text: texts.inactive, tone: 'ok' },
    ],
  };
}
