import { type KeyboardEvent, useId, useState } from 'react';
import type { Messages } from '../i18n/messages.ts';
import { SearchInput } from './Field.tsx';
import { Icon } from './Icon.tsx';
import styles from './OptionList.module.css';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Shown at the end, small. */
  readonly hint?: string;
}

interface OptionListProps {
  /** Names the list and its search. */
  readonly label: string;
  readonly options: readonly Option[];
  readonly selected: ReadonlySet<string>;
  readonly multi?: boolean;
  readonly onPick: (value: string) => void;
  readonly texts: Messages['shell']['list'];
}

/** More than this are not drawn: nobody reads them, typing finds them. */
const drawn = 100;

/** Choices with a search above them. The focus stays in the search; arrows move in the list, Enter picks. */
export function OptionList({ label, options, selected, multi = false, onPick, texts }: OptionListProps) {
  const id = useId();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const matches = options.filter((option) => option.label.toLowerCase().includes(search.trim().toLowerCase()));
  const shown = matches.slice(0, drawn);
  const idOf = (at: number) => `${id}-${at}`;

  const move = (to: number) => {
    setActive(to);
    document.getElementById(idOf(to))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const picked = shown[active];
    if (step !== undefined && shown.length > 0) move((active + step + shown.length) % shown.length);
    else if (event.key === 'Enter' && picked) onPick(picked.value);
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.list}>
      <SearchInput
        data-autofocus
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={shown.length > 0 ? idOf(active) : undefined}
        placeholder={texts.search}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} role="listbox" aria-label={label} aria-multiselectable={multi} className={styles.options}>
        {shown.map((option, at) => (
          // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: keys are handled by the search
          <div
            key={option.value}
            id={idOf(at)}
            role="option"
            aria-selected={selected.has(option.value)}
            data-active={at === active || undefined}
            className={styles.option}
            onPointerMove={() => at !== active && setActive(at)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(option.value)}
          >
            <span className={styles.check}>{selected.has(option.value) && <Icon name="check" />}</span>
            <span className={styles.label}>{option.label}</span>
            {option.hint !== undefined && <small className={styles.hint}>{option.hint}</small>}
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className={styles.note}>{texts.nothing}</p>}
      {matches.length > drawn && <p className={styles.note}>{texts.more(matches.length - drawn)}</p>}
    </div>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
