import type { Tone } from '../model/thresholds.ts';
import styles from './Mark.module.css';

/** Each tone has its own shape, so that the color is never alone: dot, square, ring, diamond, thin ring. */
const shapes: Readonly<Record<Tone, React.ReactNode>> = {
  ok: <circle cx="5" cy="5" r="3.5" />,
  info: <rect x="2" y="2" width="6" height="6" rx="1" />,
  warning: <circle cx="5" cy="5" r="2.75" className={styles.ring} />,
  critical: <path d="M5 .6 9.4 5 5 9.4.6 5Z" />,
  neutral: <circle cx="5" cy="5" r="3" className={styles.thin} />,
};

/** A small sign of a state. `label` says it to those who do not see it; leave it out where words beside it do. */
export function Mark({ tone, label }: { readonly tone: Tone; readonly label?: string | undefined }) {
  const className = `${styles.mark} ${styles[tone]}`;
  if (label === undefined) {
    return (
      <svg className={className} viewBox="0 0 10 10" aria-hidden="true">
        {shapes[tone]}
      </svg>
    );
  }
  return (
    <svg className={className} viewBox="0 0 10 10" role="img" aria-label={label}>
      <title>{label}</title>
      {shapes[tone]}
    </svg>
  );
}
