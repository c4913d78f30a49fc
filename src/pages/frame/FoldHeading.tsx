import type { ReactNode } from 'react';
import type { Tone } from '../../model/thresholds.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Mark } from '../../ui/Mark.tsx';
import styles from './FoldHeading.module.css';

interface FoldHeadingProps {
  readonly name: string;
  readonly tone: Tone;
  /** What the tone means, for those who do not see it. */
  readonly toneName: string;
  /** Counts and the like, at the end. */
  readonly children?: ReactNode;
  readonly isOpen: boolean;
  readonly onTurn: () => void;
  /** A way to more of it, beside the heading. */
  readonly way?: ReactNode;
}

/** The heading of a part of a list; opens and closes it. */
export function FoldHeading({ name, tone, toneName, children, isOpen, onTurn, way }: FoldHeadingProps) {
  return (
    <div className={styles.heading}>
      <h2>
        <button type="button" aria-expanded={isOpen} onClick={onTurn}>
          <Mark tone={tone} label={toneName} />
          <bdi className={styles.name}>{name}</bdi>
          <span className={styles.detail}>{children}</span>
          <Icon name={isOpen ? 'down' : 'forward'} />
        </button>
      </h2>
      {way}
    </div>
  );
}
