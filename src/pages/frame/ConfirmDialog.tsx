import { type ReactNode, useState } from 'react';
import { useMessages } from '../../data/messages.tsx';
import { frameTexts } from '../../i18n/apart/frame.ts';
import { describeError } from '../../prometheus/describe.ts';
import { PrometheusError } from '../../prometheus/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import styles from './ConfirmDialog.module.css';
import { useWrite } from './useWrite.ts';

interface ConfirmDialogProps {
  readonly title: string;
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
  const { title, children, action, typed, adviceOn, write, onDone, onClose } = props;
  const { language, messages } = useMessages();
  const texts = frameTexts[language].write;
  const [draft, setDraft] = useState('');
  const { isBusy, error, run } = useWrite(write, () => {
    onDone();
    onClose();
  });
  const isReady = !isBusy && (typed === undefined || draft === typed.text);
  const words = error === null ? null : describeError(error, messages.errors);
  const advice = words && ((error instanceof PrometheusError && adviceOn?.(error.detail)) || words.advice);
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
        {words && (
          <div role="alert" className={styles.error}>
            <strong>{texts.failed}</strong>
            {words.detail !== '' && <pre>{words.detail}</pre>}
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
