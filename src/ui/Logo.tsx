import styles from './Logo.module.css';

/** The sun over the horizon, as seen from a lookout. */
export function Logo() {
  return (
    <svg className={styles.logo} viewBox="0 0 20 20" aria-hidden="true">
      <path className={styles.sun} d="M5 14.5a5 5 0 0 1 10 0" />
      <path className={styles.rays} d="M10 3v3M3.4 6.6l2 2M16.6 6.6l-2 2" />
      <path className={styles.horizon} d="M2 14.5h16" />
    </svg>
  );
}
