import { useMemo } from 'react';
import { useAnswer } from '../../data/asking/useAnswers.ts';
import { rulesQuestion } from '../../data/serverLists.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { rulesTexts } from '../../i18n/apart/rules.ts';
import type { RuleGroup } from '../../prometheus/types.ts';
import { Message } from '../../ui/Message.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { Choice } from '../frame/Choice.tsx';
import { FetchedReply } from '../frame/FetchedReply.tsx';
import { FilterBar } from '../frame/FilterBar.tsx';
import type { ServerPageProps } from '../frame/ServerPage.tsx';
import { type Filters, labelIndex, useFilters } from '../frame/useFilters.ts';
import { useTurned } from '../frame/useTurned.ts';
import { GroupHeading } from './GroupHeading.tsx';
import {
  counted,
  countRules,
  labelsOf,
  listRules,
  type RuleChoice,
  type RuleRow,
  rowsOf,
  wantedRules,
} from './groups.ts';
import { RuleItem } from './RuleItem.tsx';
import styles from './Rules.module.css';
import { type Judge, useJudge } from './useJudge.ts';

const kinds = ['', 'alerting', 'recording'] as const;
const states = ['', 'firing', 'pending', 'inactive'] as const;
const healths = ['', 'err', 'late', 'unknown', 'hint'] as const;

/** From so many rules on, groups in which all goes well begin closed. */
const many = 300;

export function RulesView({ dataSource, clock, params }: ServerPageProps) {
  const { language } = useMessages();
  const texts = rulesTexts[language];
  const filters = useFilters(params);
  const answer = useAnswer(rulesQuestion(dataSource, clock));
  const groups = answer?.value?.data ?? null;
  useAppReady(groups !== null || (answer !== null && answer.error !== null));
  const { judge, hasFailed } = useJudge(dataSource, groups);
  const choice = {
    kind: kinds.find((kind) => kind === params.first('kind')) ?? '',
    state: states.find((state) => state === params.first('state')) ?? '',
    health: healths.find((health) => health === params.first('health')) ?? '',
  };
  const choose = (key: keyof RuleChoice) => (value: string) =>
    params.set({ [key]: value === '' ? [] : [value] }, 'push');
  const { names, valuesOf } = useMemo(
    () => labelIndex((groups ?? []).flatMap(({ rules }) => rules.map(labelsOf))),
    [groups],
  );
  return (
    <>
      <div className={styles.controls}>
        <Choice
          label={texts.kind.label}
          options={kinds.map((value) => ({ value, label: texts.kind[value === '' ? 'all' : value] }))}
          value={choice.kind}
          onChange={choose('kind')}
        />
        <Choice
          label={texts.state.label}
          options={states.map((value) => ({ value, label: texts.state[value === '' ? 'all' : value] }))}
          value={choice.state}
          onChange={choose('state')}
        />
        <Choice
          label={texts.health.label}
          options={healths.map((value) => ({ value, label: texts.health[value === '' ? 'all' : value] }))}
          value={choice.health}
          onChange={choose('health')}
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
        <FetchedReply id="rules" answer={answer} clock={clock} label={texts.loading}>
          {(list) => <Groups groups={list} now={clock.now} {...{ filters, choice, judge, hasFailed }} />}
        </FetchedReply>
      )}
    </>
  );
}

interface GroupsProps {
  readonly groups: readonly RuleGroup[];
  readonly filters: Filters;
  readonly choice: RuleChoice;
  readonly judge: Judge;
  /** Whether the judge could not be had. */
  readonly hasFailed: boolean;
  /** The server's time, epoch ms. */
  readonly now: number;
}

function Groups({ groups, filters, choice, judge, hasFailed, now }: GroupsProps) {
  const { language } = useMessages();
  const texts = rulesTexts[language];
  const turned = useTurned();
  const all = useMemo(() => listRules(groups, now), [groups, now]);
  const { kind, state, health } = choice;
  const wanted = useMemo(
    () =>
      wantedRules(all, { kind, state, health, fits: filters.fits, hasHint: ({ rule }) => judge(rule.expr).length > 0 }),
    [all, kind, state, health, filters, judge],
  );
  const total = all.reduce((sum, { rules }) => sum + rules.length, 0);
  const counts = useMemo(() => countRules(all), [all]);
  const isNarrow = wanted.reduce((sum, { rules }) => sum + rules.length, 0) <= many;
  const rows = rowsOf(wanted, ({ key, tone }) => turned.isOpen(key, isNarrow || tone === 'critical'));
  if (total === 0) return <Message title={texts.none}>{texts.noneDetail}</Message>;
  return (
    <>
      <p className={styles.sum} role="status">
        {[
          texts.sum(all.length, total),
          ...counted.filter((of) => counts[of] > 0).map((of) => texts.counts[of](counts[of])),
        ].join(' · ')}
      </p>
      {hasFailed && <p className={styles.sum}>{texts.judging}</p>}
      {rows.length === 0 && <p className={styles.sum}>{texts.noMatch}</p>}
      <VirtualList<RuleRow>
        items={rows}
        keyOf={(row) => row.listed.key}
        estimate={(row) => (row.kind === 'group' ? 44 : 60)}
        label={texts.title}
      >
        {(row) =>
          row.kind === 'group' ? (
            <GroupHeading
              listed={row.listed}
              isOpen={row.isOpen}
              now={now}
              onTurn={() => turned.turn(row.listed.key)}
            />
          ) : (
            <RuleItem listed={row.listed} findings={judge(row.listed.rule.expr)} now={now} />
          )
        }
      </VirtualList>
    </>
  );
}
