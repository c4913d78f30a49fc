import styles from './Labels.module.css';
import { LongText } from './LongText.tsx';

/** One label as it is listed; `change` marks what relabelling did to it. */
export interface ListedLabel {
  readonly name: string;
  readonly value: string;
  readonly change?: 'added' | 'changed' | 'removed' | null;
  /** What the change is called; it is said, and the color is not alone. */
  readonly changeName?: string;
}

/** Characters of a value that are shown in a list. */
const SHOWN = 160;

/** Labels as `name=value`, side by side. They are whatever the servers say: text, never markup. */
export function LabelList({ labels }: { readonly labels: readonly ListedLabel[] }) {
  return (
    <span className={styles.labels}>
      {labels.map(({ name, value, change, changeName }) => (
        <span key={name} className={styles.label} data-change={change ?? undefined}>
          {change && <small>{changeName}</small>}
          <bdi>{name}</bdi>=
          <LongText text={value} limit={SHOWN} />
        </span>
      ))}
    </span>
  );
}

/** The labels of a set as they are listed, by name, without those in `hidden`. */
export function listed(labels: Readonly<Record<string, string>>, hidden: readonly string[] = []): ListedLabel[] {
  return Object.entries(labels)
    .filter(([name]) => !hidden.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => ({ name, value }));
}
