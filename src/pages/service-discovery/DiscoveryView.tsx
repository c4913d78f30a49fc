import { useMemo } from 'react';
import { useAnswer } from '../../data/asking/useAnswers.ts';
import { discoveredTargetsQuestion } from '../../data/serverLists.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { discoveryTexts } from '../../i18n/apart/discovery.ts';
import { Segmented } from '../../ui/Field.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { FetchedReply } from '../frame/FetchedReply.tsx';
import { FilterBar } from '../frame/FilterBar.tsx';
import { FoldHeading } from '../frame/FoldHeading.tsx';
import type { ServerPageProps } from '../frame/ServerPage.tsx';
import { type Filters, labelIndex, useFilters } from '../frame/useFilters.ts';
import { useTurned } from '../frame/useTurned.ts';
import { DiscoveredItem } from './DiscoveredItem.tsx';
import styles from './Discovery.module.css';
import { type Discovered, type DiscoveryRow, listDiscovered, poolsOf, rowsOf } from './discovered.ts';

const choices = ['all', 'kept', 'dropped'] as const;
type Choice = (typeof choices)[number];

/** From so many on, pools begin closed. */
const many = 200;

export function DiscoveryView({ dataSource, clock, params }: ServerPageProps) {
  const { language } = useMessages();
  const texts = discoveryTexts[language];
  const choice = choices.find((known) => known === params.first('show')) ?? 'all';
  const filters = useFilters(params);
  const answer = useAnswer(discoveredTargetsQuestion(dataSource, clock));
  useAppReady(answer !== null && (answer.value !== null || answer.error !== null));
  const list = answer?.value?.data ?? null;
  const items = useMemo(() => (list === null ? [] : listDiscovered(list)), [list]);
  const { names, valuesOf } = useMemo(() => labelIndex(items.map(labelsOf)), [items]);
  return (
    <>
      <div className={styles.controls}>
        <Segmented<Choice>
          label={texts.choice.label}
          options={choices.map((value) => ({ value, label: texts.choice[value] }))}
          value={choice}
          onChange={(value) => params.set({ show: value === 'all' ? [] : [value] }, 'push')}
        />
        <FilterBar
          matchers={filters.matchers}
          text={filters.text}
          labels={names}
          valuesOf={valuesOf}
          onMatchers={filters.setMatchers}
          onText={filters.setText}
        />
      </div>
      {answer && (
        <FetchedReply id="discovery" answer={answer} clock={clock} label={texts.loading}>
          {() => <Pools items={items} filters={filters} choice={choice} />}
        </FetchedReply>
      )}
    </>
  );
}

/** What it is found by: the labels it ended with where it was kept, over those it was discovered with. */
const labelsOf = ({ discovered, final }: Discovered) => ({ ...discovered, ...final });

interface PoolsProps {
  readonly items: readonly Discovered[];
  readonly filters: Filters;
  readonly choice: Choice;
}

function Pools({ items, filters, choice }: PoolsProps) {
  const { language } = useMessages();
  const texts = discoveryTexts[language];
  const turned = useTurned();
  const wanted = useMemo(
    () =>
      items.filter(
        (item) =>
          (choice === 'all' || (choice === 'kept') === (item.final !== null)) &&
          filters.fits(labelsOf(item), [item.pool, ...Object.values(item.discovered)]),
      ),
    [items, filters, choice],
  );
  const pools = useMemo(() => poolsOf(wanted), [wanted]);
  const rows = rowsOf(pools, ({ name }) => turned.isOpen(name, wanted.length <= many));
  const kept = items.filter(({ final }) => final !== null).length;
  return (
    <>
      <p className={styles.sum} role="status">
        {texts.sum(kept, items.length - kept)}
      </p>
      {kept < items.length && <p className={styles.quiet}>{texts.dropsHidden}</p>}
      {rows.length === 0 && <p className={styles.sum}>{items.length === 0 ? texts.none : texts.noMatch}</p>}
      <VirtualList<DiscoveryRow>
        items={rows}
        keyOf={(row) => (row.kind === 'pool' ? `pool ${row.pool.name}` : row.item.key)}
        estimate={(row) => (row.kind === 'pool' ? 44 : 92)}
        label={texts.title}
      >
        {(row) =>
          row.kind === 'pool' ? (
            <FoldHeading
              name={row.pool.name}
              tone={row.pool.kept > 0 ? 'ok' : 'neutral'}
              toneName={texts.tones[row.pool.kept > 0 ? 'ok' : 'neutral']}
              isOpen={row.isOpen}
              onTurn={() => turned.turn(row.pool.name)}
            >
              {texts.pool(row.pool.kept, row.pool.total)}
            </FoldHeading>
          ) : (
            <DiscoveredItem item={row.item} />
          )
        }
      </VirtualList>
    </>
  );
}
