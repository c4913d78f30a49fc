import type { ReactNode } from 'react';
import type { Tone } from '../../model/thresholds.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Mark } from '../../ui/Mark.tsx';
import styles from './Fold.module.css';

interface FoldProps {
  readonly tone: Tone;
  readonly count?: string;
  readonly isOpen: boolean;
  readonly onTurn: () => void;
  readonly children: ReactNode;
}

/** The heading of a group, which opens and closes it. */
export function Fold({ tone, count, isOpen, onTurn, children }: FoldProps) {
  return (
    <h2 className={styles.fold}>
      <button type="button" aria-expanded={isOpen} onClick={onTurn}>
        <Mark tone={tone} />
        <span className={styles.foldName}>{children}</span>
        {count !== undefined && <span className={styles.count}>{count}</span>}
        <Icon name={isOpen ? 'down' : 'forward'} />
      </button>
    </h2>
  );
}
