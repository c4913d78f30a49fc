import type { ReactNode } from 'react';
import styles from './Message.module.css';

interface MessageProps {
  /** What happened, one sentence. */
  readonly title: ReactNode;
  /** Why, and what to do about it. */
  readonly children?: ReactNode;
  /** The one next step: a button or a link. */
  readonly action?: ReactNode;
  /** `alert` for what needs to be said at once; leave it out for what is simply so. */
  readonly role?: 'alert' | 'status';
}

/** What happened, what to do, and the way to do it. */
export function Message({ title, children, action, role }: MessageProps) {
  return (
    <div className={styles.message} role={role}>
      <strong className={styles.title}>{title}</strong>
      {children !== undefined && <div>{children}</div>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
