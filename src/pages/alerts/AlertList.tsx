import { useCallback, useMemo, useState } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { alertsTexts } from '../../i18n/apart/alerts.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import type { Filters } from '../frame/useFilters.ts';
import { AlertItem } from './AlertItem.tsx';
import styles from './Alerts.module.css';
import { type AlertCounts, type AlertEntry, type AlertingRule, fitsState, type StateChoice } from './entries.ts';
import { Fold } from './Fold.tsx';
import { RuleItem } from './RuleItem.tsx';
import { type AlertsRow, groupAlerts, INACTIVE, orderRules, rowKey, rowsOf } from './rows.ts';

interface AlertListProps {
  readonly entries: readonly AlertEntry[];
  readonly rules: readonly AlertingRule[];
  /** False where the server has none at all. */
  readonly hasRules: boolean;
  readonly counts: AlertCounts;
  readonly filters: Filters;
  readonly state: StateChoice;
  /** The label they are grouped by. */
  readonly by: string;
}

/** The alerts that are wanted, by group, and folded away the rules that are not active. */
export function AlertList({ entries, rules, hasRules, counts, filters, state, by }: AlertListProps) {
  const { language } = useMessages();
  const texts = alertsTexts[language];
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const turn = useCallback((name: string) => setTurned((now) => toggled(now, name)), []);
  const wanted = useMemo(
    () =>
      entries.filter(
        (entry) => fitsState(entry, state) && filters.fits(entry.labels, Object.values(entry.annotations)),
      ),
    [entries, state, filters],
  );
  const inactive = useMemo(() => {
    if (state !== 'all') return [];
    const fitting = rules.filter(
      ({ rule, alerting }) =>
        alerting.alerts.length === 0 && filters.fits({ ...rule.labels, alertname: rule.name }, [rule.expr]),
    );
    return orderRules(fitting);
  }, [rules, state, filters]);
  const groups = useMemo(() => groupAlerts(wanted, by), [wanted, by]);
  const rows = useMemo(() => rowsOf(groups, inactive, turned), [groups, inactive, turned]);
  return (
    <>
      <p className={styles.sum} role="status">
        {texts.sum(counts)}
      </p>
      {!hasRules && <p className={styles.none}>{texts.noRules}</p>}
      {entries.length > 0 && wanted.length === 0 && <p className={styles.none}>{texts.noMatch}</p>}
      <VirtualList<AlertsRow> items={rows} keyOf={rowKey} estimate={heightOf} label={texts.title}>
        {(row) => {
          if (row.kind === 'alert') return <AlertItem entry={row.entry} by={by} />;
          if (row.kind === 'rule') return <RuleItem rule={row.rule} />;
          if (row.kind === 'inactive') {
            return (
              <Fold tone={row.broken > 0 ? 'warning' : 'neutral'} isOpen={row.isOpen} onTurn={() => turn(INACTIVE)}>
                {texts.inactive(row.count, row.broken)}
              </Fold>
            );
          }
          const { value, tone, entries: members, firing } = row.group;
          return (
            <Fold
              tone={tone}
              count={texts.group.count(firing, members.length)}
              isOpen={row.isOpen}
              onTurn={() => turn(value)}
            >
              {value === '' ? texts.group.without(texts.group.name(by)) : value}
            </Fold>
          );
        }}
      </VirtualList>
    </>
  );
}

function toggled(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(names);
  if (!next.delete(name)) next.add(name);
  return next;
}

const heightOf = ({ kind }: AlertsRow) => (kind === 'alert' ? 48 : kind === 'rule' ? 34 : 44);
