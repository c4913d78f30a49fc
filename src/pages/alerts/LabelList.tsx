import styles from './LabelList.module.css';

/** Labels as `name=value`, side by side. They are whatever the servers say: text, never markup. */
export function LabelList({ labels }: { readonly labels: readonly (readonly [string, string])[] }) {
  return (
    <span>
      {labels.map(([name, value]) => (
        <span key={name} className={styles.label}>
          {name}=<b>{value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value}</b>{' '}
        </span>
      ))}
    </span>
  );
}

/** Characters of a value that are shown in a row; the details have all of it. */
const SHOWN = 120;
