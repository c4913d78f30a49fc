import type { ReactNode } from 'react';
import type { Tone } from '../model/thresholds.ts';
import styles from './Tag.module.css';

interface TagProps {
  readonly tone?: Tone;
  /** Filled says it louder than outlined: stale against late. */
  readonly filled?: boolean;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

/** A few words about the state of what it stands beside. */
export function Tag({ tone = 'neutral', filled = false, title, children }: TagProps) {
  return (
    <span className={`${styles.tag} ${styles[tone]} ${filled ? styles.filled : ''}`} title={title}>
      {children}
    </span>
  );
}
