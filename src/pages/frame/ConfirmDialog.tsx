import { type ReactNode, useState } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { frameTexts } from '../../i18n/apart/frame.ts';
import { PrometheusError } from '../../prometheus/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import styles from './ConfirmDialog.module.css';
import { useWrite } from './useWrite.ts';
import { describeWriteFailure } from './writeFailure.ts';

interface ConfirmDialogProps {
  readonly title: string;
  /** What the server is called that is changed. */
  readonly server: string;
  /** What will happen. */
  readonly children: ReactNode;
  /** On the button that does it. */
  readonly action: string;
  /** Has to be typed before it is done, under this label. */
  readonly typed?: { readonly label: string; readonly text: string };
  /** What to do about a refusal with these words of the server's; null where nothing is known. */
  readonly adviceOn?: (detail: string) => string | null;
  readonly write: () => Promise<void>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks before a server is changed, and says in the server's own words why it refuses. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, server, children, action, typed, adviceOn, write, onDone, onClose } = props;
  const words = useMessages();
  const texts = frameTexts[words.language].write;
  const [draft, setDraft] = useState('');
  const { isBusy, error, run } = useWrite(write, () => {
    onDone();
    onClose();
  });
  const isReady = !isBusy && (typed === undefined || draft === typed.text);
  const failure = error === null ? null : describeWriteFailure(error, server, words);
  const advice = failure && ((error instanceof PrometheusError && adviceOn?.(error.detail)) || failure.advice);
  return (
    <Dialog title={title} closeLabel={texts.cancel} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void run();
        }}
      >
        {children}
        {typed && (
          <Field label={typed.label}>
            <TextInput value={draft} onChange={(event) => setDraft(event.currentTarget.value)} />
          </Field>
        )}
        {failure && (
          <div role="alert" className={styles.error}>
            <strong>{failure.title}</strong>
            {failure.detail !== '' && <pre>{failure.detail}</pre>}
            <p>{advice}</p>
          </div>
        )}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button type="submit" look="primary" disabled={!isReady}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
