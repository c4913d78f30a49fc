import type { ComponentProps, ReactNode } from 'react';
import styles from './Field.module.css';
import { Icon } from './Icon.tsx';

interface FieldProps {
  readonly label: string;
  /** What is wrong with the value, said to everyone. */
  readonly error?: string | null;
  readonly children: ReactNode;
}

/** A label over its control. */
export function Field({ label, error, children }: FieldProps) {
  return (
    <div className={styles.field}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
      <label>
        <span className={styles.label}>{label}</span>
        {children}
      </label>
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** A line of text. */
export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input type="text" spellCheck={false} autoComplete="off" {...rest} className={join(styles.input, className)} />
  );
}

/** A line of text that narrows a list; `aria-label` names it. */
export function SearchInput(props: ComponentProps<'input'>) {
  return (
    <span className={styles.search}>
      <Icon name="search" />
      <TextInput {...props} type="search" />
    </span>
  );
}

interface OptionProps<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly options: readonly OptionProps<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A choice among a few, all in sight. */
export function Segmented<T extends string>({ label, options, value, onChange }: SegmentedProps<T>) {
  return (
    <fieldset className={styles.segmented}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.segments}>
        {options.map((option) => (
          <label key={option.value} className={styles.segment}>
            <input
              type="radio"
              name={label}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              value={option.value}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const join = (...names: readonly (string | undefined)[]) => names.filter(Boolean).join(' ');
