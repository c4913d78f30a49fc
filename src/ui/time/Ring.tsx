import styles from './Ring.module.css';

interface RingProps {
  /** How much of the ring is drawn, 0 to 1. */
  readonly fraction: number;
  /** `waiting` for the next refresh, `asking` while answers come, `failing` when some did not. */
  readonly state: 'waiting' | 'asking' | 'failing' | 'off';
}

const radius = 5.5;
const length = 2 * Math.PI * radius;

/** A small ring that fills or runs out; the words beside it say the same. */
export function Ring({ fraction, state }: RingProps) {
  return (
    <svg className={`${styles.ring} ${styles[state]}`} viewBox="0 0 14 14" aria-hidden="true">
      <circle className={styles.track} cx="7" cy="7" r={radius} />
      <circle
        className={styles.arc}
        cx="7"
        cy="7"
        r={radius}
        strokeDasharray={`${Math.min(Math.max(fraction, 0), 1) * length} ${length}`}
        transform="rotate(-90 7 7)"
      />
    </svg>
  );
}
