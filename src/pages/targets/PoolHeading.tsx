import { useMessages } from '../../data/messages.tsx';
import { targetsTexts } from '../../i18n/apart/targets.ts';
import { FoldHeading } from '../frame/FoldHeading.tsx';
import type { Pool } from './pools.ts';

interface PoolHeadingProps {
  readonly pool: Pool;
  readonly isOpen: boolean;
  readonly onTurn: () => void;
}

/** A scrape pool and how many of its targets are up; opens and closes it. */
export function PoolHeading({ pool, isOpen, onTurn }: PoolHeadingProps) {
  const { language } = useMessages();
  const texts = targetsTexts[language];
  const toneName = texts.tones[pool.tone === 'critical' || pool.tone === 'info' ? pool.tone : 'ok'];
  return (
    <FoldHeading name={pool.name} tone={pool.tone} toneName={toneName} isOpen={isOpen} onTurn={onTurn}>
      {texts.up(pool.up, pool.total)}
    </FoldHeading>
  );
}
