import { useMessages } from '../../data/services/messages.tsx';
import { lintTexts } from '../../i18n/apart/lint.ts';
import type { Finding } from '../../prometheus/lint/finding.ts';
import styles from './Explore.module.css';
import { useTexts } from './useTexts.ts';

/** What the linter found, in plain words. The places are marked in the editor. */
export function Hints({ findings }: { readonly findings: readonly Finding[] }) {
  const { language } = useMessages();
  const texts = useTexts();
  if (findings.length === 0) return null;
  return (
    <ul className={styles.hints} aria-label={texts.hints}>
      {findings.map(({ rule, subject, from }) => (
        <li key={`${rule} ${from} ${subject}`}>
          <code>{subject}</code> {lintTexts[language][rule]}
        </li>
      ))}
    </ul>
  );
}
