import { useMessages } from '../../data/messages.tsx';
import { targetsTexts } from '../../i18n/apart/targets.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Mark } from '../../ui/Mark.tsx';
import type { Pool } from './pools.ts';
import styles from './Targets.module.css';

interface PoolHeadingProps {
  readonly pool: Pool;
  readonly isOpen: boolean;
  readonly onTurn: () => void;
}

/** A scrape pool and how many of its targets are up; opens and closes it. */
export function PoolHeading({ pool, isOpen, onTurn }: PoolHeadingProps) {
  const { language } = useMessages();
  const texts = targetsTexts[language];
  return (
    <h2 className={styles.pool}>
      <button type="button" aria-expanded={isOpen} onClick={onTurn}>
        <Mark
          tone={pool.tone}
          label={texts.tones[pool.tone === 'critical' || pool.tone === 'info' ? pool.tone : 'ok']}
        />
        <span className={styles.poolName}>{pool.name}</span>
        <span className={styles.count}>{texts.up(pool.up, pool.total)}</span>
        <Icon name={isOpen ? 'down' : 'forward'} />
      </button>
    </h2>
  );
}
