import { type KeyboardEvent, useState } from 'react';
import { Field, TextInput } from '../../ui/Field.tsx';

interface CommitFieldProps {
  readonly label: string;
  /** What holds now, as text; '' for nothing of its own. */
  readonly value: string;
  /** What '' comes to. */
  readonly placeholder: string;
  /** Takes a text when the viewer is done with it; false where it cannot be read. */
  readonly onCommit: (text: string) => boolean;
  /** What is said of a text that cannot be read. */
  readonly problem: string;
}

/** A line of text that counts when Enter is pressed or the field is left. */
export function CommitField({ label, value, placeholder, onCommit, problem }: CommitFieldProps) {
  const [shown, setShown] = useState(value);
  const [text, setText] = useState(value);
  const [isBad, setBad] = useState(false);
  if (shown !== value) {
    setShown(value);
    setText(value);
  }
  const commit = () => {
    if (text.trim() !== value) setBad(!onCommit(text.trim()));
    else setBad(false);
  };
  return (
    <Field label={label} error={isBad ? problem : null}>
      <TextInput
        value={text}
        placeholder={placeholder}
        aria-invalid={isBad}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && commit()}
      />
    </Field>
  );
}
