import { useMemo } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { targetsTexts } from '../../i18n/apart/targets.ts';
import { labelsKey } from '../../model/labels.ts';
import type { TargetList } from '../../prometheus/types.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { LabelList, listed } from '../frame/LabelList.tsx';
import type { Filters } from '../frame/useFilters.ts';

import styles from './Targets.module.css';

interface DroppedTargetsProps {
  readonly targets: TargetList['dropped'];
  readonly filters: Filters;
}

/** Targets that were discovered, and that relabelling left out. */
export function DroppedTargets({ targets, filters }: DroppedTargetsProps) {
  const { language } = useMessages();
  const texts = targetsTexts[language];
  const wanted = useMemo(
    () => targets.filter(({ discoveredLabels, scrapePool }) => filters.fits(discoveredLabels, [scrapePool])),
    [targets, filters],
  );
  return (
    <>
      <p className={styles.sum} role="status">
        {texts.dropped(targets.length)}
      </p>
      {targets.length > 0 && wanted.length === 0 && <p className={styles.none}>{texts.noMatch}</p>}
      <VirtualList
        items={wanted}
        keyOf={({ discoveredLabels, scrapePool }) => `${scrapePool}\n${labelsKey(discoveredLabels)}`}
        estimate={() => 58}
        label={texts.choice.dropped}
      >
        {({ discoveredLabels, scrapePool }) => (
          <article className={styles.dropped}>
            <b>{scrapePool || discoveredLabels.job}</b>
            <LabelList labels={listed(discoveredLabels)} />
          </article>
        )}
      </VirtualList>
    </>
  );
}
