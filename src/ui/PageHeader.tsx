import { type ReactNode, use } from 'react';
import { Button } from './Button.tsx';
import { NoticeContext } from './notice.ts';
import styles from './PageHeader.module.css';

/** The id of the navigation, which is a drawer on phones. */
export const NAVIGATION_ID = 'navigation';

interface PageHeaderProps {
  readonly title: string;
  /** What the page belongs to, before the title. */
  readonly parent?: ReactNode;
  /** The label of the button that opens the navigation on phones. */
  readonly menuLabel: string;
  /** Pickers and buttons at the end. */
  readonly children?: ReactNode;
}

/** The top line of a page; it stays in sight. */
export function PageHeader({ title, parent, menuLabel, children }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <Button
        look="quiet"
        icon="menu"
        aria-label={menuLabel}
        className={styles.menu ?? ''}
        popoverTarget={NAVIGATION_ID}
      />
      <h1 className={styles.title}>
        {parent !== undefined && (
          <span className={styles.parent}>
            {parent}
            {' / '}
          </span>
        )}
        {title}
      </h1>
      {use(NoticeContext)}
      <div className={styles.actions}>{children}</div>
    </header>
  );
}
