import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../data/services/messages.tsx';
import { overviewTexts } from '../../i18n/apart/overview.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { Message } from '../../ui/Message.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import styles from './OverviewPage.module.css';

/** Nothing is configured: the one next step. */
export function NoDataSource() {
  const { language, messages } = useMessages();
  const texts = overviewTexts[language];
  useAppReady(true);
  return (
    <section className={styles.first}>
      <Message title={texts.noDataSource.title}>{texts.noDataSource.detail}</Message>
      <CodeBlock
        text="PROMETHEUS_URL=http://localhost:9090 npm start"
        copyLabel={texts.notFound.copy}
        copiedLabel={messages.shell.copied}
      />
    </section>
  );
}

/** Mirante's own server did not give the list of packs. */
export function PacksFailed({ error }: { readonly error: unknown }) {
  const { language } = useMessages();
  const queryClient = useQueryClient();
  const texts = overviewTexts[language].packsFailed;
  useAppReady(true);
  const retry = () => void queryClient.refetchQueries({ queryKey: ['packs'] });
  return (
    <section className={styles.first}>
      <Message role="alert" title={texts.title} action={<Button onClick={retry}>{texts.retry}</Button>}>
        <pre>{error instanceof Error ? error.message : String(error)}</pre>
      </Message>
    </section>
  );
}

/** There is not one pack to look for. */
export function NoPacks() {
  const { language } = useMessages();
  const texts = overviewTexts[language].noPacks;
  return (
    <section className={styles.first}>
      <Message title={texts.title}>{texts.detail}</Message>
    </section>
  );
}
