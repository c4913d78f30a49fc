import type { ReactNode } from 'react';
import { useMessages } from '../data/services/messages.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { Message } from '../ui/Message.tsx';
import { useAppReady } from '../ui/useAppReady.ts';
import styles from './PageBoundary.module.css';

/** A page that crashes says so in its own place. */
export function PageBoundary({ children }: { readonly children: ReactNode }) {
  return <ErrorBoundary fallback={(retry) => <Crashed onRetry={retry} />}>{children}</ErrorBoundary>;
}

function Crashed({ onRetry }: { readonly onRetry: () => void }) {
  const { messages } = useMessages();
  const texts = messages.shell.crash;
  useAppReady(true);
  return (
    <div className={styles.place}>
      <Message role="alert" title={texts.title} action={<Button onClick={onRetry}>{texts.retry}</Button>}>
        {texts.detail}
      </Message>
    </div>
  );
}
