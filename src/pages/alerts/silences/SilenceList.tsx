import { useMemo, useState } from 'react';
import { useMessages } from '../../../data/services/messages.tsx';
import { alertsTexts } from '../../../i18n/apart/alerts.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { VirtualList } from '../../../ui/VirtualList.tsx';
import type { Filters } from '../../frame/useFilters.ts';
import styles from '../Alerts.module.css';
import { Fold } from '../Fold.tsx';
import { silenceKey } from '../world.ts';
import { bySilenceState, type Knowledge, type OwnedSilence } from './matching.ts';
import { SilenceItem } from './SilenceItem.tsx';

interface SilenceListProps {
  readonly silences: readonly OwnedSilence[];
  readonly known: Knowledge;
  readonly filters: Filters;
}

type Row =
  | { readonly kind: 'silence'; readonly owned: OwnedSilence }
  | { readonly kind: 'fold'; readonly count: number };

/** The silences, those that have ended folded away. That there are none is said once all Alertmanagers said so. */
export function SilenceList({ silences, known, filters }: SilenceListProps) {
  const { language } = useMessages();
  const texts = alertsTexts[language].silence;
  const [showsExpired, setShowsExpired] = useState(false);
  const fitting = useMemo(
    () =>
      silences
        .filter(({ silence }) =>
          filters.fits(Object.fromEntries(silence.matchers.map(({ name, value }) => [name, value])), [
            silence.createdBy,
            silence.comment,
            silence.id,
          ]),
        )
        .sort((a, b) => bySilenceState(a.silence, b.silence)),
    [silences, filters],
  );
  const rows = useMemo(() => {
    const lasting = fitting.filter(({ silence }) => silence.state !== 'expired');
    const expired = fitting.filter(({ silence }) => silence.state === 'expired');
    const toRow = (owned: OwnedSilence): Row => ({ kind: 'silence', owned });
    const fold: readonly Row[] = expired.length === 0 ? [] : [{ kind: 'fold', count: expired.length }];
    return [...lasting.map(toRow), ...fold, ...(showsExpired ? expired.map(toRow) : [])];
  }, [fitting, showsExpired]);
  const lasting = silences.filter(({ silence }) => silence.state !== 'expired').length;
  if (known === 'awaited') {
    return (
      <div role="status" aria-label={texts.loading}>
        <Skeleton height="240px" />
      </div>
    );
  }
  const isWhole = known === 'whole';
  return (
    <>
      {(isWhole || lasting > 0) && (
        <p className={styles.sum} role="status">
          {texts.sum(lasting, isWhole)}
        </p>
      )}
      {silences.length > 0 && fitting.length === 0 && <p className={styles.none}>{texts.noMatch(isWhole)}</p>}
      <VirtualList<Row>
        items={rows}
        keyOf={(row) => (row.kind === 'fold' ? 'expired' : silenceKey(row.owned.server, row.owned.silence.id))}
        estimate={(row) => (row.kind === 'fold' ? 44 : 92)}
        label={texts.list}
      >
        {(row) =>
          row.kind === 'fold' ? (
            <Fold tone="neutral" isOpen={showsExpired} onTurn={() => setShowsExpired(!showsExpired)}>
              {texts.expired(row.count)}
            </Fold>
          ) : (
            <SilenceItem {...row.owned} />
          )
        }
      </VirtualList>
    </>
  );
}
