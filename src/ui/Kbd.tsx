import styles from './Kbd.module.css';

/** Keys to press one after the other, e.g. `g o`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys}>
      {keys.split(' ').map((key, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the sequence is what tells two equal keys apart
        <kbd key={i} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
