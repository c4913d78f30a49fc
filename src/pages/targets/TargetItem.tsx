import { useState } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { targetsTexts } from '../../i18n/apart/targets.ts';
import { formatAge } from '../../model/age.ts';
import type { Target } from '../../model/target.ts';
import type { Tone } from '../../model/thresholds.ts';
import { formatText } from '../../model/units.ts';
import { isWebAddress } from '../../model/webAddress.ts';
import { Button } from '../../ui/Button.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { LabelList, listed } from '../frame/LabelList.tsx';
import { LongText } from '../frame/LongText.tsx';
import { TimeShare } from '../frame/TimeShare.tsx';
import { scrapeShare } from './pools.ts';
import styles from './Targets.module.css';

interface TargetItemProps {
  readonly target: Target;
  /** What it is called among its pool. */
  readonly name: string;
  /** The server's time, epoch ms. */
  readonly now: number;
}

const tones: Readonly<Record<Target['health'], Tone>> = { up: 'ok', down: 'critical', unknown: 'info' };

/** One target: health, labels, the last scrape against its interval, the last error in full; the labels as discovered on demand. */
export function TargetItem({ target, name, now }: TargetItemProps) {
  const { language } = useMessages();
  const texts = targetsTexts[language];
  const [isOpen, setOpen] = useState(false);
  const share = scrapeShare(target);
  const took = formatText(target.lastScrapeDuration / 1000, { unit: 's', language });
  return (
    <article className={styles.target}>
      <Mark tone={tones[target.health]} label={texts.health[target.health]} />
      {isWebAddress(target.scrapeUrl) ? (
        <a
          className={styles.name}
          href={target.scrapeUrl}
          target="_blank"
          rel="noopener noreferrer"
          title={target.scrapeUrl}
        >
          <bdi>{name}</bdi>
        </a>
      ) : (
        <bdi className={styles.name}>{name}</bdi>
      )}
      <LabelList labels={listed(target.labels, ['job', 'instance'])} />
      <span className={styles.scrape}>
        {target.lastScrape === null ? texts.never : texts.scraped(formatAge(now - target.lastScrape))}
        {target.lastScrape !== null && (
          <TimeShare
            took={took}
            title={texts.took(took, target.scrapeInterval === null ? null : formatAge(target.scrapeInterval))}
            share={share}
          />
        )}
      </span>
      <Button
        look="quiet"
        icon={isOpen ? 'down' : 'forward'}
        aria-label={texts.discovered(name)}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {target.lastError !== '' && (
        <p className={styles.error}>
          <LongText text={target.lastError} />
        </p>
      )}
      {isOpen && (
        <div className={styles.discovered}>
          <h3>{texts.discoveredLabels}</h3>
          <LabelList labels={listed(target.discoveredLabels)} />
        </div>
      )}
    </article>
  );
}
