import { type FormEvent, useState } from 'react';
import { TextInput } from '../../ui/Field.tsx';
import styles from '../frame/Variables.module.css';

interface VariableTextProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (values: readonly string[]) => void;
}

/** A variable that is typed: it counts on Enter, or when the field is left. */
export function VariableText({ label, value, onChoose }: VariableTextProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const apply = () => {
    if (draft !== null && draft !== value) onChoose([draft]);
    setDraft(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply();
  };
  return (
    <form className={styles.text} onSubmit={submit}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
      <label>
        <small>{label}</small>
        <TextInput value={draft ?? value} onChange={(event) => setDraft(event.target.value)} onBlur={apply} />
      </label>
    </form>
  );
}
