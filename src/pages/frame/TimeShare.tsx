import styles from './TimeShare.module.css';

interface TimeShareProps {
  /** How long it took, written. */
  readonly took: string;
  /** In full, with what it is measured against. */
  readonly title: string;
  /** Of the time there is, 0 to 1 and beyond; null where that is not known. */
  readonly share: number | null;
}

/** What takes more than this share of its interval will soon not fit any more. */
const tight = 0.8;

/** How long something took that is done again and again, against its interval. */
export function TimeShare({ took, title, share }: TimeShareProps) {
  return (
    <span className={styles.share} data-tight={share !== null && share > tight} title={title}>
      {took}
      {share !== null && (
        <span className={styles.bar} style={{ backgroundSize: `max(1px, ${Math.min(share, 1) * 100}%) 100%` }} />
      )}
    </span>
  );
}
