import { useMessages } from '../../data/services/messages.tsx';
import { alertsTexts } from '../../i18n/apart/alerts.ts';
import { Segmented } from '../../ui/Field.tsx';
import { FilterBar } from '../frame/FilterBar.tsx';
import type { ServerPageProps } from '../frame/ServerPage.tsx';
import type { Filters } from '../frame/useFilters.ts';
import styles from './Alerts.module.css';
import { type StateChoice, stateChoices } from './entries.ts';
import { GroupPicker } from './GroupPicker.tsx';

interface ControlsProps {
  readonly params: ServerPageProps['params'];
  readonly filters: Filters;
  readonly state: StateChoice;
  /** The label that alerts are grouped by. */
  readonly by: string;
  readonly isSilences: boolean;
  /** Label names that alerts have. */
  readonly labels: readonly string[];
  readonly valuesOf: (label: string) => readonly string[];
}

const views = ['alerts', 'silences'] as const;

/** What is shown, how it is grouped and narrowed; all of it is in the address. */
export function Controls({ params, filters, state, by, isSilences, labels, valuesOf }: ControlsProps) {
  const { language } = useMessages();
  const texts = alertsTexts[language];
  return (
    <div className={styles.controls}>
      <Segmented<(typeof views)[number]>
        label={texts.view.label}
        options={views.map((value) => ({ value, label: texts.view[value] }))}
        value={isSilences ? 'silences' : 'alerts'}
        onChange={(value) => params.set({ show: value === 'silences' ? [value] : [] }, 'push')}
      />
      {!isSilences && (
        <>
          <Segmented<StateChoice>
            label={texts.choice.label}
            options={stateChoices.map((value) => ({ value, label: texts.choice[value] }))}
            value={state}
            onChange={(value) => params.set({ state: value === 'all' ? [] : [value] }, 'push')}
          />
          <GroupPicker
            by={by}
            labels={labels}
            onChange={(label) => params.set({ by: label === 'system' ? [] : [label] }, 'push')}
          />
        </>
      )}
      <FilterBar
        matchers={filters.matchers}
        text={filters.text}
        labels={labels}
        valuesOf={valuesOf}
        onMatchers={filters.setMatchers}
        onText={filters.setText}
      />
    </div>
  );
}
