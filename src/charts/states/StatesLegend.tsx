import type { Messages } from '../../i18n/messages.ts';
import type { Language } from '../../model/language.ts';
import { formatText } from '../../model/units.ts';
import styles from './StatesChart.module.css';
import { type StatesModel, shares } from './states.ts';

interface StatesLegendProps {
  readonly model: StatesModel;
  readonly label: string;
  readonly messages: Messages['charts'];
  readonly language: Language;
}

/** The states with their share of the time that is known, and the sign for time of which nothing is. */
export function StatesLegend({ model, label, messages, language }: StatesLegendProps) {
  const spent = shares(model);
  const isWhole = model.rows.every(
    ({ blocks, endedAt }) => endedAt === null && blocks.every(({ from }, i) => i === 0 || from === blocks[i - 1]?.to),
  );
  return (
    <ul className={styles.legend} aria-label={messages.legend(label)}>
      {model.states.map(({ text, token }, i) => (
        <li key={text}>
          <span className={styles.key} style={{ background: `var(${token})` }} />
          {text} <b>{formatText(spent[i] ?? 0, { unit: 'percentunit', language })}</b>
        </li>
      ))}
      {!isWhole && (
        <li>
          <span className={styles.absent} />
          {messages.noData}
        </li>
      )}
    </ul>
  );
}
