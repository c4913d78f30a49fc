import type { Tone } from '../model/thresholds.ts';
import styles from './Mark.module.css';

/**
 * A small sign of a state: each tone has its own shape, so that the color is never alone. `label` says it to those who do
 * not see it; leave it out where words beside it do. One element that its style draws: the navigation
 * has dozens, and an SVG of their own is two elements for each, in the first layout of a page.
 */
export function Mark({ tone, label }: { readonly tone: Tone; readonly label?: string | undefined }) {
  const className = `${styles.mark} ${styles[tone]}`;
  if (label === undefined) return <span className={className} aria-hidden="true" />;
  return <span className={className} role="img" aria-label={label} title={label} />;
}
