import { useMessages } from '../../data/services/messages.tsx';
import { overviewTexts } from '../../i18n/apart/overview.ts';
import type { PackSummary } from '../../model/pack.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import styles from './MissingPacks.module.css';

interface MissingPacksProps {
  readonly packs: readonly PackSummary[];
  /** No system was found at all: then the first one shows at once how to add it. */
  readonly isAlone: boolean;
}

/** Systems that Mirante knows and the server does not, each with what to scrape. */
export function MissingPacks({ packs, isAlone }: MissingPacksProps) {
  const { language, messages } = useMessages();
  const texts = overviewTexts[language].notFound;
  return (
    <section aria-labelledby="missing">
      <h2 id="missing" className={styles.heading}>
        {texts.title}
      </h2>
      <p className={styles.detail}>{texts.detail}</p>
      {packs.map(({ id, title, description, detect, scrape }, i) => {
        const name = title[language];
        return (
          <details key={id} className={styles.pack} open={isAlone && i === 0}>
            <summary className={styles.summary}>
              <strong>{name}</strong> <span>{description[language]}</span>
            </summary>
            <div className={styles.body}>
              <p>
                {texts.lookedFor} <code>{detect}</code>
              </p>
              {scrape !== '' && (
                <>
                  <p>{texts.scrape(name)}</p>
                  <CodeBlock text={scrape} copyLabel={texts.copy} copiedLabel={messages.shell.copied} />
                </>
              )}
            </div>
          </details>
        );
      })}
    </section>
  );
}
