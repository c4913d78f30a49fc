import { useMessages } from '../../data/services/messages.tsx';
import { overviewTexts } from '../../i18n/apart/overview.ts';
import type { PackProblem } from '../../model/pack.ts';
import { Mark } from '../../ui/Mark.tsx';
import styles from './PackProblems.module.css';

/** Which pack files could not be read, and where they are wrong. */
export function PackProblems({ problems }: { readonly problems: readonly PackProblem[] }) {
  const { language } = useMessages();
  const texts = overviewTexts[language].problems;
  return (
    <section className={styles.problems} aria-label={texts.title(problems.length)}>
      <h2 className={styles.title}>
        <Mark tone="warning" />
        {texts.title(problems.length)}
      </h2>
      <p className={styles.detail}>{texts.detail}</p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{texts.file}</th>
              <th scope="col">{texts.where}</th>
              <th scope="col">{texts.what}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ file, line, path, message }) => (
              <tr key={`${file} ${line} ${path} ${message}`}>
                <td>
                  <code>{file}</code>
                </td>
                <td>
                  {line !== null && texts.line(line)}
                  {line !== null && path !== '' && ', '}
                  {path !== '' && <code>{path}</code>}
                </td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
