import { type ReactNode, useEffect } from 'react';
import { useMessages } from '../data/services/messages.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { Message } from '../ui/Message.tsx';
import { useAppReady } from '../ui/useAppReady.ts';
import styles from './PageBoundary.module.css';

/** Ms between two tries of a wall. */
const patience = 30_000;

interface PageBoundaryProps {
  /** Nobody stands before it who would load it again. */
  readonly isWall: boolean;
  readonly children: ReactNode;
}

/** A page that crashes, or whose code is gone since Mirante was updated, says so in its own place. */
export function PageBoundary({ isWall, children }: PageBoundaryProps) {
  return <ErrorBoundary fallback={() => <Crashed isWall={isWall} />}>{children}</ErrorBoundary>;
}

function Crashed({ isWall }: Pick<PageBoundaryProps, 'isWall'>) {
  const { messages } = useMessages();
  const texts = messages.shell.crash;
  useAppReady(true);
  useEffect(() => {
    if (!isWall) return;
    const timer = setInterval(reloadIfServed, patience);
    return () => clearInterval(timer);
  }, [isWall]);
  return (
    <div className={styles.place}>
      <Message
        role="alert"
        title={texts.title}
        action={<Button onClick={() => location.reload()}>{texts.retry}</Button>}
      >
        {texts.detail}
      </Message>
    </div>
  );
}

/** Without a server nothing would be left that could try again. */
async function reloadIfServed(): Promise<void> {
  const response = await fetch('/', { cache: 'no-cache' }).catch(() => null);
  if (response?.ok) location.reload();
}
