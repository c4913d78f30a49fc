import { useMemo } from 'react';
import { useAnswer } from '../../data/asking/useAnswers.ts';
import { droppedTargetsQuestion, targetsQuestion } from '../../data/serverLists.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { targetsTexts } from '../../i18n/apart/targets.ts';
import type { Target } from '../../model/target.ts';
import { Segmented } from '../../ui/Field.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { FetchedReply } from '../frame/FetchedReply.tsx';
import { FilterBar } from '../frame/FilterBar.tsx';
import type { ServerPageProps } from '../frame/ServerPage.tsx';
import { type Filters, labelIndex, useFilters } from '../frame/useFilters.ts';
import { useTurned } from '../frame/useTurned.ts';
import { DroppedTargets } from './DroppedTargets.tsx';
import { PoolHeading } from './PoolHeading.tsx';
import { instanceOf, type Pool, poolsOf, rowsOf, type TargetRow } from './pools.ts';
import { TargetItem } from './TargetItem.tsx';
import styles from './Targets.module.css';

const choices = ['all', 'unhealthy', 'dropped'] as const;
type Choice = (typeof choices)[number];

/** From so many targets on, pools in which all is well begin closed. */
const many = 200;

export function TargetsView({ dataSource, clock, params }: ServerPageProps) {
  const { language } = useMessages();
  const texts = targetsTexts[language];
  const choice = choices.find((known) => known === params.first('health')) ?? 'all';
  const filters = useFilters(params);
  const answer = useAnswer(choice === 'dropped' ? null : targetsQuestion(dataSource, clock));
  const dropped = useAnswer(choice === 'dropped' ? droppedTargetsQuestion(dataSource, clock) : null);
  const shown = answer ?? dropped;
  useAppReady(shown !== null && (shown.value !== null || shown.error !== null));
  const targets = answer?.value?.data.active ?? nothing;
  const { names, valuesOf } = useMemo(() => labelIndex(targets.map(({ labels }) => labels)), [targets]);
  return (
    <>
      <div className={styles.controls}>
        <Segmented<Choice>
          label={texts.choice.label}
          options={choices.map((value) => ({ value, label: texts.choice[value] }))}
          value={choice}
          onChange={(value) => params.set({ health: value === 'all' ? [] : [value] }, 'push')}
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
        <FetchedReply id="targets" answer={answer} clock={clock} label={texts.loading}>
          {({ active }) => (
            <Pools targets={active} filters={filters} onlyUnhealthy={choice === 'unhealthy'} now={clock.now} />
          )}
        </FetchedReply>
      )}
      {dropped && (
        <FetchedReply id="dropped" answer={dropped} clock={clock} label={texts.loading}>
          {(list) => <DroppedTargets targets={list.dropped} filters={filters} />}
        </FetchedReply>
      )}
    </>
  );
}

const nothing: readonly Target[] = [];

interface PoolsProps {
  readonly targets: readonly Target[];
  readonly filters: Filters;
  readonly onlyUnhealthy: boolean;
  /** The server's time, epoch ms. */
  readonly now: number;
}

function Pools({ targets, filters, onlyUnhealthy, now }: PoolsProps) {
  const { language } = useMessages();
  const texts = targetsTexts[language];
  const turned = useTurned();
  const pools = useMemo(() => {
    const wanted = targets.filter(
      (target) =>
        (!onlyUnhealthy || target.health !== 'up') &&
        filters.fits(target.labels, [target.scrapePool, target.scrapeUrl, target.lastError]),
    );
    return poolsOf(wanted);
  }, [targets, filters, onlyUnhealthy]);
  const isOpen = ({ name, tone }: Pool) => turned.isOpen(name, tone !== 'ok' || targets.length <= many);
  const rows = rowsOf(pools, isOpen);
  const count = (health: Target['health']) => targets.filter((target) => target.health === health).length;
  return (
    <>
      <p className={styles.sum} role="status">
        {texts.sum(count('up'), count('down'), count('unknown'))}
      </p>
      {targets.length === 0 && <p className={styles.none}>{texts.none}</p>}
      {targets.length > 0 && rows.length === 0 && (
        <p className={styles.none}>{onlyUnhealthy && count('up') === targets.length ? texts.allUp : texts.noMatch}</p>
      )}
      <VirtualList<TargetRow>
        items={rows}
        keyOf={(row) => (row.kind === 'pool' ? `pool ${row.pool.name}` : row.key)}
        estimate={(row) => (row.kind === 'pool' ? 44 : row.target.lastError === '' ? 34 : 52)}
        label={texts.title}
      >
        {(row) =>
          row.kind === 'pool' ? (
            <PoolHeading pool={row.pool} isOpen={row.isOpen} onTurn={() => turned.turn(row.pool.name)} />
          ) : (
            <TargetItem target={row.target} name={instanceOf(row.target)} now={now} />
          )
        }
      </VirtualList>
    </>
  );
}
