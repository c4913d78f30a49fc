import { Fragment, useState } from 'react';
import { isWebAddress } from '../model/webAddress.ts';
import { Button } from './Button.tsx';
import styles from './LinkedText.module.css';

interface LinkedTextProps {
  /** Whoever wrote it: it is shown as text, in a direction of its own, and only plain web addresses in it become links. */
  readonly text: string;
  readonly texts: { readonly more: (characters: number) => string; readonly less: string };
}

/** Characters from which on a text begins cut. */
const LONG = 600;

/** A text that others wrote, with its web addresses as links; a long one is cut until all of it is asked for. */
export function LinkedText({ text, texts }: LinkedTextProps) {
  const [isWhole, setWhole] = useState(false);
  const isLong = text.length > LONG;
  const shown = isLong && !isWhole ? `${text.slice(0, LONG)}…` : text;
  return (
    <span className={styles.text}>
      <bdi className={isWhole ? styles.whole : undefined}>
        {pieces(shown).map(({ at, words }) => (
          <Fragment key={at}>
            {isWebAddress(words) ? (
              <a href={words} target="_blank" rel="noopener noreferrer">
                {words}
              </a>
            ) : (
              words
            )}
          </Fragment>
        ))}
      </bdi>
      {isLong && (
        <Button look="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? texts.less : texts.more(text.length)}
        </Button>
      )}
    </span>
  );
}

/** A web address in a text: up to white space, without the punctuation of the sentence that it stands in. */
const address = /(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]}])/gi;

function pieces(text: string): readonly { readonly at: number; readonly words: string }[] {
  return text.split(address).flatMap((words, at) => (words === '' ? [] : [{ at, words }]));
}
