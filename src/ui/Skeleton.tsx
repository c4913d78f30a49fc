import styles from './Skeleton.module.css';

/** Keeps the place of what is still being asked for. Any CSS length; without a height it fills its place. */
export function Skeleton({ width = '100%', height = '100%' }: { readonly width?: string; readonly height?: string }) {
  return <div className={styles.skeleton} style={{ width, height }} aria-hidden="true" />;
}
