import styles from './CodeBlock.module.css';
import { CopyButton } from './CopyButton.tsx';

interface CodeBlockProps {
  readonly text: string;
  readonly copyLabel: string;
  readonly copiedLabel: string;
}

/** Text for a file or a terminal, with a button that copies it. */
export function CodeBlock({ text, copyLabel, copiedLabel }: CodeBlockProps) {
  return (
    <div className={styles.block}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what may be wider than its place must be scrollable by keyboard */}
      <pre className={styles.code} tabIndex={0}>
        {text.trimEnd()}
      </pre>
      <div className={styles.copy}>
        <CopyButton look="quiet" text={text} label={copyLabel} copiedLabel={copiedLabel} />
      </div>
    </div>
  );
}
