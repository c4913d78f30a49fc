import { useMessages } from '../../data/services/messages.tsx';
import { targetsTexts } from '../../i18n/apart/targets.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { autoPath } from '../../view/autoBoard.ts';
import { usePageAddress } from '../../view/usePageAddress.ts';
import { FoldHeading } from '../frame/FoldHeading.tsx';
import { jobOf, type Pool } from './pools.ts';

interface PoolHeadingProps {
  readonly pool: Pool;
  readonly isOpen: boolean;
  readonly onTurn: () => void;
}

/** A scrape pool and how many of its targets are up; opens and closes it, and leads to the board of its job. */
export function PoolHeading({ pool, isOpen, onTurn }: PoolHeadingProps) {
  const { language } = useMessages();
  const texts = targetsTexts[language];
  const addressOf = usePageAddress();
  const job = jobOf(pool);
  const toneName = texts.tones[pool.tone === 'critical' || pool.tone === 'info' ? pool.tone : 'ok'];
  return (
    <FoldHeading
      name={pool.name}
      tone={pool.tone}
      toneName={toneName}
      isOpen={isOpen}
      onTurn={onTurn}
      way={
        job !== null && (
          <ButtonLink look="quiet" href={addressOf(autoPath(job))} aria-label={texts.boardOf(job)}>
            {texts.board}
          </ButtonLink>
        )
      }
    >
      {texts.up(pool.up, pool.total)}
    </FoldHeading>
  );
}
