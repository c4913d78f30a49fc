import { lazy, Suspense, useState } from 'react';
import { useMessages } from '../../data/messages.tsx';
import type { VariableState } from '../../data/useVariables.ts';
import { describeError } from '../../prometheus/describe.ts';
import { Button } from '../../ui/Button.tsx';
import type { Option } from '../../ui/OptionList.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { allValue } from '../../view/urlState.ts';
import styles from './Variables.module.css';
import { toggled, variableText } from './variableText.ts';

/** Loaded when a list is first opened. */
const OptionList = lazy(async () => ({ default: (await import('../../ui/OptionList.tsx')).OptionList }));

interface VariablePickerProps {
  readonly label: string;
  readonly state: VariableState;
  readonly onChoose: (values: readonly string[]) => void;
}

/** A variable with options. One value is taken at once; several are taken together when the list is closed. */
export function VariablePicker({ label, state, onChoose }: VariablePickerProps) {
  const { messages } = useMessages();
  const texts = messages.pages.dashboard.variables;
  const [draft, setDraft] = useState<readonly string[] | null>(null);
  const chosen = state.all ? [allValue] : state.current;
  const values = draft ?? chosen;
  const { isMulti, all } = choiceOf(state);
  const apply = () => {
    if (draft !== null && draft.length > 0 && draft.join('\n') !== chosen.join('\n')) onChoose(draft);
    setDraft(null);
  };
  const text = variableText(state, texts);
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
        <>
          <Suspense>
            <OptionList
              label={label}
              options={optionsOf(state, all, texts.all)}
              selected={new Set(values)}
              multi={isMulti}
              onPick={(picked) => {
                if (isMulti) return setDraft(toggled(values, picked, all));
                onChoose([picked]);
                close();
              }}
              texts={messages.shell.list}
            />
          </Suspense>
          {isMulti && (
            <div className={styles.foot}>
              <Button look="primary" onClick={close}>
                {texts.apply}
              </Button>
            </div>
          )}
        </>
      )}
    </Popover>
  );
}

function Value({ state, text }: { readonly state: VariableState; readonly text: string }) {
  const { messages } = useMessages();
  const texts = messages.pages.dashboard.variables;
  if (state.status === 'loading' && state.current.length === 0) return <small>{texts.loading}</small>;
  return (
    <>
      <span className={styles.value}>{text}</span>
      {state.status === 'error' && <small className={styles.failed}>{texts.failed}</small>}
    </>
  );
}

/** Whether several can be chosen, and the value that stands for all of them; null where there is none. */
function choiceOf({ variable }: VariableState): { isMulti: boolean; all: string | null } {
  if (variable.type !== 'query' && variable.type !== 'custom') return { isMulti: false, all: null };
  return { isMulti: variable.multi, all: variable.all ? allValue : null };
}

/** All first; a chosen value that is no option any more is still there to be unticked. */
function optionsOf({ options, current, all: isAll }: VariableState, all: string | null, allText: string): Option[] {
  const gone = isAll ? [] : current.filter((value) => !options.includes(value));
  return [
    ...(all === null ? [] : [{ value: all, label: allText }]),
    ...[...gone, ...options].map((value) => ({ value, label: value })),
  ];
}
