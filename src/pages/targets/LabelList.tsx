import styles from './Targets.module.css';

/** Labels as `name=value`, side by side. They are whatever the servers say: text, never markup. */
export function LabelList({ labels }: { readonly labels: readonly (readonly [string, string])[] }) {
  return (
    <span className={styles.labels}>
      {labels.map(([name, value]) => (
        <span key={name} className={styles.label}>
          {name}=<b>{value}</b>
        </span>
      ))}
    </span>
  );
}
