import { useMessages } from '../../data/services/messages.tsx';
import { statusTexts } from '../../i18n/apart/status.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import styles from './Status.module.css';

/** The configuration that is in use, as the server writes it. */
export function Configuration({ yaml }: { readonly yaml: string }) {
  const { language } = useMessages();
  const texts = statusTexts[language].config;
  return (
    <div className={styles.config}>
      <p className={styles.quiet}>{texts.lines(yaml.trimEnd().split('\n').length)}</p>
      <CodeBlock text={yaml} copyLabel={texts.copy} copiedLabel={texts.copied} />
    </div>
  );
}
