import { useEffect, useMemo } from 'react';
import { useMessages } from '../../data/messages.tsx';
import { rulesQuestion } from '../../data/serverLists.ts';
import { useAnswer } from '../../data/useAnswers.ts';
import { alertsTexts } from '../../i18n/apart/alerts.ts';
import { Segmented } from '../../ui/Field.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import { Fetched } from '../frame/Fetched.tsx';
import { FilterBar } from '../frame/FilterBar.tsx';
import type { ServerPageProps } from '../frame/ServerPage.tsx';
import { labelIndex, useFilters } from '../frame/useFilters.ts';
import { AlertList } from './AlertList.tsx';
import styles from './Alerts.module.css';
import { alertingRules, countAlerts, entriesOf, type StateChoice, stateChoices } from './entries.ts';
import { GroupPicker } from './GroupPicker.tsx';

interface AlertsViewProps extends ServerPageProps {
  /** Says the counts in the tab's title. */
  readonly onMark: (mark: string) => void;
}

export function AlertsView({ dataSource, clock, params, onMark }: AlertsViewProps) {
  const { language } = useMessages();
  const texts = alertsTexts[language];
  const state = stateChoices.find((known) => known === params.first('state')) ?? 'all';
  const by = params.first('by') || 'system';
  const filters = useFilters(params);
  const answer = useAnswer(rulesQuestion(dataSource, clock));
  const groups = answer?.value ?? null;
  useAppReady(answer !== null && (groups !== null || answer.error !== null));
  const rules = useMemo(() => alertingRules(groups ?? []), [groups]);
  const entries = useMemo(() => entriesOf(rules), [rules]);
  const counts = useMemo(() => countAlerts(entries), [entries]);
  const { names, valuesOf } = useMemo(() => labelIndex(entries.map(({ labels }) => labels)), [entries]);
  useEffect(() => onMark(texts.mark(counts.critical, counts.warning)), [onMark, texts, counts]);
  return (
    <>
      <div className={styles.controls}>
        <Segmented<StateChoice>
          label={texts.choice.label}
          options={stateChoices.map((value) => ({ value, label: texts.choice[value] }))}
          value={state}
          onChange={(value) => params.set({ state: value === 'all' ? [] : [value] }, 'push')}
        />
        <GroupPicker
          by={by}
          labels={names}
          onChange={(label) => params.set({ by: label === 'system' ? [] : [label] }, 'push')}
        />
        <FilterBar
          matchers={filters.matchers}
          text={filters.text}
          labels={names}
          valuesOf={valuesOf}
          onMatchers={filters.setMatchers}
          onText={filters.setText}
        />
      </div>
      {answer && (
        <Fetched id="alerts" answer={answer} clock={clock} label={texts.loading}>
          {() => (
            <AlertList
              entries={entries}
              rules={rules}
              counts={counts}
              filters={filters}
              state={state}
              by={by}
              dataSource={dataSource}
            />
          )}
        </Fetched>
      )}
    </>
  );
}
