import type { Messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Message } from '../ui/Message.tsx';
import { useAppReady } from '../ui/useAppReady.ts';
import styles from './BootError.module.css';

interface BootErrorProps {
  readonly texts: Messages['shell']['boot'];
  readonly error: unknown;
}

/** All there is when the app cannot start: what happened and what to do. */
export function BootError({ texts, error }: BootErrorProps) {
  const { title, what, advice, retry, detail } = texts;
  useAppReady(true);
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>
        <Logo />
        {title}
      </h1>
      <Message
        role="alert"
        title={what}
        action={
          <Button look="primary" onClick={() => location.reload()}>
            {retry}
          </Button>
        }
      >
        <p>{advice}</p>
        <p>{detail}:</p>
        <pre>{error instanceof Error ? error.message : String(error)}</pre>
      </Message>
    </main>
  );
}
