import { type FormEvent, useId, useRef, useState } from 'react';
import type { Messages } from '../../i18n/messages.ts';
import { type RangeProblem, type Rounding, resolveRange, type TimeRange } from '../../model/timeRange.ts';
import { Button } from '../Button.tsx';
import { Field, TextInput } from '../Field.tsx';
import { fromField, type TimeContext, toField, toPicker } from './rangeText.ts';
import styles from './TimePickerBody.module.css';

interface RangeFormProps {
  readonly range: TimeRange;
  readonly context: () => TimeContext;
  readonly onApply: (range: TimeRange) => void;
  readonly texts: Messages['shell']['time'];
}

/** Any range: each end typed as a date and time or as an expression, or picked in the browser's calendar. */
export function RangeForm({ range, context: read, onApply, texts }: RangeFormProps) {
  const context = read();
  // What was not typed follows the range and the zone, both of which the picker changes beside this form.
  const [typedFrom, setFrom] = useState<string | null>(null);
  const [typedTo, setTo] = useState<string | null>(null);
  const from = typedFrom ?? toField(range.from, context.timeZone);
  const to = typedTo ?? toField(range.to, context.timeZone);
  const [problem, setProblem] = useState<RangeProblem | null>(null);
  const hint = useId();

  const apply = (event: FormEvent) => {
    event.preventDefault();
    const context = read();
    const typed = { from: fromField(from, 'start', context), to: fromField(to, 'end', context) };
    const resolved = resolveRange(typed, context.now, context.timeZone);
    if ('problem' in resolved) return setProblem(resolved.problem);
    setProblem(null);
    setFrom(null);
    setTo(null);
    onApply(typed);
  };

  return (
    <form className={styles.form} onSubmit={apply} noValidate>
      <RangeEnd
        label={texts.from}
        pickLabel={texts.pickFrom}
        rounding="start"
        value={from}
        onChange={setFrom}
        context={context}
        isWrong={problem === 'bad-from' || problem === 'empty'}
        hint={hint}
      />
      <RangeEnd
        label={texts.to}
        pickLabel={texts.pickTo}
        rounding="end"
        value={to}
        onChange={setTo}
        context={context}
        isWrong={problem === 'bad-to' || problem === 'empty'}
        hint={hint}
      />
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {texts.problems[problem]}
        </p>
      )}
      <p id={hint} className={styles.hint}>
        {texts.hint}
      </p>
      <Button type="submit" look="primary">
        {texts.apply}
      </Button>
    </form>
  );
}

interface RangeEndProps {
  readonly label: string;
  readonly pickLabel: string;
  readonly rounding: Rounding;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly context: TimeContext;
  readonly isWrong: boolean;
  /** Id of the text that says what may be written. */
  readonly hint: string;
}

function RangeEnd({ label, pickLabel, rounding, value, onChange, context, isWrong, hint }: RangeEndProps) {
  const calendar = useRef<HTMLInputElement>(null);
  return (
    <Field label={label}>
      <span className={styles.end}>
        <TextInput
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-label={label}
          aria-invalid={isWrong}
          aria-describedby={hint}
        />
        <input
          ref={calendar}
          type="datetime-local"
          className={styles.calendar}
          tabIndex={-1}
          aria-hidden="true"
          value={toPicker(fromField(value, rounding, context), rounding, context)}
          onChange={(event) => onChange(event.target.value.replace('T', ' '))}
        />
        <Button icon="calendar" aria-label={pickLabel} onClick={() => calendar.current?.showPicker()} />
      </span>
    </Field>
  );
}
