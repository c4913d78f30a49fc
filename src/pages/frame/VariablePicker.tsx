import { lazy, Suspense, useState } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import type { VariableState } from '../../data/variables/useVariables.ts';
import { describeError } from '../../prometheus/describe.ts';
import { Popover } from '../../ui/Popover.tsx';
import { allValue } from '../../view/urlState.ts';
import styles from './Variables.module.css';
import { variableText } from './variableText.ts';

/** Loaded when a list is first opened. */
const VariableOptions = lazy(() => import('./VariableOptions.tsx'));

interface VariablePickerProps {
  readonly label: string;
  readonly state: VariableState;
  readonly onChoose: (values: readonly string[]) => void;
}

/** A variable with options. One value is taken at once; several are taken together when the list is closed. */
export function VariablePicker({ label, state, onChoose }: VariablePickerProps) {
  const { messages } = useMessages();
  const [draft, setDraft] = useState<readonly string[] | null>(null);
  const chosen = state.all ? [allValue] : state.current;
  const apply = () => {
    if (draft !== null && draft.length > 0 && draft.join('\n') !== chosen.join('\n')) onChoose(draft);
    setDraft(null);
  };
  const text = variableText(state, messages.pages.dashboard.variables);
  return (
    <Popover
      label={`${label}: ${text}`}
      onClose={apply}
      trigger={
        <>
          <small>{label}</small>
          <Value state={state} text={text} />
        </>
      }
      {...(state.error !== null && { title: describeError(state.error, messages.errors).title })}
    >
      {(close) => (
        <Suspense>
          <VariableOptions
            label={label}
            state={state}
            values={draft ?? chosen}
            onDraft={setDraft}
            onChoose={onChoose}
            close={close}
          />
        </Suspense>
      )}
    </Popover>
  );
}

function Value({ state, text }: { readonly state: VariableState; readonly text: string }) {
  const { messages } = useMessages();
  const texts = messages.pages.dashboard.variables;
  if (state.status === 'loading' && state.current.length === 0 && !state.all) return <small>{texts.loading}</small>;
  return (
    <>
      <span className={styles.value}>{text}</span>
      {state.status === 'error' && <small className={styles.failed}>{texts.failed}</small>}
    </>
  );
}
