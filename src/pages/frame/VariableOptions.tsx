import { useMessages } from '../../data/services/messages.tsx';
import type { VariableState } from '../../data/variables/useVariables.ts';
import { Button } from '../../ui/Button.tsx';
import { type Option, OptionList } from '../../ui/OptionList.tsx';
import { allValue } from '../../view/urlState.ts';
import { toggled } from './toggled.ts';
import styles from './Variables.module.css';

interface VariableOptionsProps {
  readonly label: string;
  readonly state: VariableState;
  /** Those that are ticked. */
  readonly values: readonly string[];
  /** Told what is ticked where several can be. */
  readonly onDraft: (values: readonly string[]) => void;
  readonly onChoose: (values: readonly string[]) => void;
  readonly close: () => void;
}

/** What an opened variable offers. */
export default function VariableOptions({ label, state, values, onDraft, onChoose, close }: VariableOptionsProps) {
  const { messages } = useMessages();
  const texts = messages.pages.dashboard.variables;
  const { isMulti, all } = choiceOf(state);
  const pick = (picked: string) => {
    if (isMulti) return onDraft(toggled(values, picked, all));
    onChoose([picked]);
    close();
  };
  return (
    <>
      <OptionList
        label={label}
        options={optionsOf(state, all, texts.all)}
        selected={new Set(values)}
        multi={isMulti}
        onPick={pick}
        texts={messages.shell.list}
      />
      {isMulti && (
        <div className={styles.foot}>
          <Button look="primary" onClick={close}>
            {texts.apply}
          </Button>
        </div>
      )}
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
