import type { Messages } from '../../i18n/messages.ts';
import type { Language } from '../../model/language.ts';
import { formatText } from '../../model/units.ts';
import { StateKey } from './StateKey.tsx';
import styles from './StatesChart.module.css';
import { type StatesModel, shares } from './states.ts';

interface StatesLegendProps {
  readonly model: StatesModel;
  readonly surface: 'page' | 'wall' | 'embed';
  readonly label: string;
  readonly messages: Messages['charts'];
  readonly language: Language;
}

/** More states than this are counted rather than listed. */
const mostStates = 16;

/** The states with their share of the time that is known, and the sign for time of which nothing is. */
export function StatesLegend({ model, surface, label, messages, language }: StatesLegendProps) {
  const spent = shares(model);
  const isWhole = model.rows.every(
    ({ blocks, endedAt }) => endedAt === null && blocks.every(({ from }, i) => i === 0 || from === blocks[i - 1]?.to),
  );
  return (
    <ul className={styles.legend} data-surface={surface} aria-label={messages.legend(label)}>
      {model.states.slice(0, mostStates).map((state, i) => (
        <li key={`${state.text} ${state.tone}`}>
          <StateKey state={state} />
          {state.text} <b>{formatText(spent[i] ?? 0, { unit: 'percentunit', language })}</b>
        </li>
      ))}
      {model.states.length > mostStates && <li>{messages.moreStates(model.states.length - mostStates)}</li>}
      {!isWhole && (
        <li>
          <StateKey state={null} />
          {messages.noData}
        </li>
      )}
    </ul>
  );
}
