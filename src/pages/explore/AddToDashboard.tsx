import { useId, useState } from 'react';
import { formatDuration } from '../../model/duration.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import type { Explored } from '../../view/explored.ts';
import styles from './Explore.module.css';
import { idOf, panelOf } from './panel.ts';
import { panelYaml } from './panelYaml.ts';
import { useTexts } from './useTexts.ts';

interface AddToDashboardProps {
  readonly explored: Explored;
  readonly onClose: () => void;
}

/** What was run as a panel, to be pasted into a dashboard's file. */
export function AddToDashboard({ explored, onClose }: AddToDashboardProps) {
  const texts = useTexts().dashboard;
  const [title, setTitle] = useState(() => explored.queries[0]?.expr.slice(0, 60) ?? '');
  const hint = useId();
  const queries = explored.queries.filter(({ isHidden }) => !isHidden);
  const isGraph = explored.display !== 'table' && queries.some(({ mode }) => mode === 'range');
  const panel = panelOf(queries, { id: idOf(title), kind: isGraph ? 'timeseries' : 'table', title, span: 6 });
  const stepped = explored.step === null ? panel : { ...panel, minStep: formatDuration(explored.step) };
  return (
    <Dialog title={texts.title} closeLabel={texts.close} onClose={onClose}>
      <div className={styles.dialog}>
        <Field label={texts.name}>
          <TextInput value={title} aria-describedby={hint} onChange={(event) => setTitle(event.currentTarget.value)} />
        </Field>
        <p id={hint} className={styles.note}>
          {texts.hint}
        </p>
        <CodeBlock text={panelYaml(stepped)} copyLabel={texts.copy} copiedLabel={texts.copied} />
      </div>
    </Dialog>
  );
}
