import { useState } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { frameTexts } from '../../i18n/apart/frame.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Labels.module.css';

interface LongTextProps {
  /** Whoever wrote it: it is shown as text, in a direction of its own. */
  readonly text: string;
  /** Characters from which on it begins cut; 600. */
  readonly limit?: number;
}

/** A text of any length that others wrote; a long one is cut until all of it is asked for. */
export function LongText({ text, limit = 600 }: LongTextProps) {
  if (text.length > limit) return <CutText text={text} limit={limit} />;
  return <bdi className={styles.text}>{text}</bdi>;
}

function CutText({ text, limit }: Required<LongTextProps>) {
  const { language } = useMessages();
  const texts = frameTexts[language].long;
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <bdi className={styles.text}>{isWhole ? text : `${text.slice(0, limit)}…`}</bdi>
      <Button look="quiet" className={styles.more ?? ''} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
        {isWhole ? texts.less : texts.more(text.length)}
      </Button>
    </>
  );
}
