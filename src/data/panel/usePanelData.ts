import { useMemo } from 'react';
import type { Alert } from '../../model/alert.ts';
import type { Panel } from '../../model/dashboard.ts';
import { parseDuration } from '../../model/duration.ts';
import { lastPresentIndex } from '../../model/frame.ts';
import type { PanelData, PanelResult, TimeSpan } from '../../panels/contract.ts';
import { type Completeness, completenessOf } from '../../prometheus/completeness.ts';
import type { VariableValues } from '../../prometheus/interpolate.ts';
import type { QueryPlan } from '../../prometheus/plan.ts';
import { planQuery } from '../../prometheus/planQuery.ts';
import type { Reply, TargetList } from '../../prometheus/types.ts';
import { planQuestion, type TimedResult } from '../asking/planQuestion.ts';
import { type Answer, type Question, useAnswers } from '../asking/useAnswers.ts';
import type { BoardClock } from '../clock/useBoardClock.ts';
import { alertsQuestion, targetsQuestion } from '../serverLists.ts';
import type { DataSource } from '../source/dataSource.ts';
import { useStableList } from '../useStable.ts';
import { type Reductions, useReductions } from './reductions.ts';

/** What a panel kind asks for; the registry says it. */
export interface PanelNeeds {
  readonly needs: 'queries' | 'alerts' | 'targets' | 'nothing';
  readonly prefers: 'range' | 'instant';
  /** Ms by which each query is asked a second time, earlier; null for not. */
  readonly compare: number | null;
}

export interface PanelDataOptions extends PanelNeeds {
  readonly panel: Panel;
  readonly dataSource: DataSource;
  readonly clock: BoardClock;
  /** Null while the variables that the panel uses are not known yet: it waits. */
  readonly variables: VariableValues | null;
  /** Why one of them will not be known; null while all is well. */
  readonly variableError: unknown;
  /** The least `$__rate_interval`, ms. */
  readonly rateFloor: number | undefined;
  /** Ms between scrapes of what an expression reads, variables already in. */
  readonly scrapeInterval: (expr: string) => number;
  /** CSS pixels of the panel's body; null before it is laid out. */
  readonly width: number | null;
  /** In view (or near): asks. Out of view it keeps what it has. */
  readonly isActive: boolean;
  /** How soon its questions should have their turn at this moment, lower is sooner (`ranks`). */
  readonly rank: () => number;
  readonly timeZone: string;
  /** Exactly this step for all range queries, ms; without it what fits the width. */
  readonly step?: number | undefined;
}

/** Everything known of a panel's data at this moment. */
export interface PanelDataState {
  readonly state: 'loading' | 'ready' | 'empty' | 'error';
  readonly data: PanelData;
  /** The newest failure, beside frames or alone; null while all is well. */
  readonly error: unknown;
  readonly completeness: Completeness;
  /** Why it is not complete, as the server says. */
  readonly warnings: readonly string[];
  readonly isFetching: boolean;
  /** Every question of this tick has its answer. */
  readonly isCurrent: boolean;
  readonly plans: readonly QueryPlan[];
  /** Ms between scrapes of what the first query reads; 0 while that is not known, and where there is none. */
  readonly scrapeInterval: number;
  /** The answer on screen to each of the plans, which may be that of an earlier tick; null where there is none yet. */
  readonly answers: readonly (TimedResult | null)[];
  readonly retry: () => void;
  /** Fewer series than the panel's own queries give, where the viewer asked for that. */
  readonly reductions: Reductions;
}

const none: PanelData = { results: [], alerts: [], targets: [] };

/** Plans and asks what a panel needs at this tick. */
export function usePanelData(given: PanelDataOptions): PanelDataState {
  const reductions = useReductions(given.panel);
  const options = { ...given, panel: reductions.panel };
  const planning = usePlans(options);
  const { dataSource, isActive, rank, needs, clock, panel } = options;
  const { compare } = options;
  const planned = useMemo(
    () =>
      planning.plans.map((plan, i) => {
        const count = panel.queries.length;
        const ago = i < count ? 0 : (compare ?? 0);
        return planQuestion(dataSource, plan, {
          about: planning.subjects[i % count] ?? '',
          ago,
          fresh: clock.isByHand,
        });
      }),
    [planning, panel, compare, dataSource, clock.isByHand],
  );
  const answers = useAnswers(listed(needs, dataSource, clock) ?? planned, isActive, rank);
  const told = answers.map((answer) => answer.value);
  const timed = useStableList(told.map((value) => (isTimed(value) ? value : null)));
  const replies = told.flatMap((value) => (value === null ? [] : isTimed(value) ? value.result : value));
  const alertList = told.find(isAlerts);
  const targetList = told.find(isTargets);
  const data = useMemo((): PanelData => {
    const count = panel.queries.length;
    const results = panel.queries.flatMap((query, i): PanelResult[] => {
      const frame = timed[i]?.result.frame;
      if (frame === undefined) return [];
      const previous = timed[count + i]?.result.frame;
      return [previous === undefined ? { query, frame } : { query, frame, previous }];
    });
    if (results.length === 0 && !alertList && !targetList) return none;
    return { results, alerts: alertList?.data ?? [], targets: targetList?.data.active ?? [] };
  }, [panel, timed, alertList, targetList]);

  return {
    state: stateOf(options, planning, answers, data),
    data,
    error: planning.error ?? answers.find((answer) => answer.error !== null)?.error ?? null,
    completeness: completenessOf(replies),
    warnings: replies.flatMap(({ warnings }) => warnings),
    isFetching: answers.some((answer) => answer.isFetching),
    isCurrent:
      planning.error === null &&
      answers.every((answer) => answer.isCurrent) &&
      (answers.length > 0 || needs === 'nothing'),
    plans: planning.plans,
    scrapeInterval: planning.intervals[0] ?? 0,
    answers: timed,
    reductions,
    retry: () => {
      if (planning.error !== null) clock.refreshNow();
      for (const answer of answers) if (answer.error !== null) answer.retry();
    },
  };
}

/** What may be answered; a panel needs one of these alone, asked as one list: each list that is watched costs at each drawing. */
type Told = TimedResult | Reply<readonly Alert[]> | Reply<TargetList>;

const isTimed = (told: Told | null): told is TimedResult => told !== null && 'plan' in told;
const isAlerts = (told: Told | null): told is Reply<readonly Alert[]> =>
  told !== null && 'data' in told && Array.isArray(told.data);
const isTargets = (told: Told | null): told is Reply<TargetList> =>
  told !== null && 'data' in told && 'active' in told.data;

/** The question for a list of the server's, for kinds that show one. */
function listed(
  needs: PanelNeeds['needs'],
  dataSource: DataSource,
  clock: BoardClock,
): readonly Question<Told>[] | null {
  if (needs === 'alerts') return [alertsQuestion(dataSource, clock)];
  return needs === 'targets' ? [targetsQuestion(dataSource, clock)] : null;
}

interface Planning {
  readonly plans: readonly QueryPlan[];
  /** What each query is about, whatever the time: a new one blanks the panel. */
  readonly subjects: readonly string[];
  /** Ms between scrapes of what each query reads. */
  readonly intervals: readonly number[];
  /** A query could not be planned: a variable at a place where it cannot stand, say. */
  readonly error: unknown;
}

/** The plans of a panel's queries at this tick; after them, where it compares, those of the time ago. */
function usePlans(options: PanelDataOptions): Planning {
  const { panel, needs, prefers, compare, dataSource, clock, variables, variableError } = options;
  const { rateFloor, scrapeInterval, width, timeZone, step } = options;
  const { asked: span } = clock;
  return useMemo((): Planning => {
    const none = { plans: [], subjects: [], intervals: [] };
    if (needs !== 'queries' || width === null) return { ...none, error: null };
    if (variables === null) return { ...none, error: variableError };
    const minStep = panel.minStep === undefined ? null : parseDuration(panel.minStep);
    const plan = (at: TimeSpan, intervals: readonly number[]) =>
      panel.queries.map((query, i) =>
        planQuery({
          dataSource: dataSource.id,
          expr: query.expr,
          instant: query.instant ?? prefers === 'instant',
          span: at,
          width,
          scrapeInterval: intervals[i] ?? 0,
          variables,
          timeZone,
          step,
          ...(minStep === null ? {} : { minStep }),
          ...(rateFloor === undefined ? {} : { rateFloor }),
        }),
      );
    try {
      // `$__range` of today is another at each tick: as it would be asked at one time and width.
      const always = { instant: true, span: { from: 0, to: 0 }, width: 0, scrapeInterval: 0 };
      const subjects = panel.queries.map(
        ({ expr }) => planQuery({ ...always, dataSource: dataSource.id, expr, variables }).expr,
      );
      // By variables filled in: they may name a job. Reading an expression takes its time, so none that is new at each tick.
      const intervals = subjects.map(scrapeInterval);
      const earlier = compare === null ? [] : plan({ from: span.from - compare, to: span.to - compare }, intervals);
      return { plans: [...plan(span, intervals), ...earlier], subjects, intervals, error: null };
    } catch (error) {
      return { ...none, error };
    }
  }, [
    panel,
    needs,
    prefers,
    compare,
    dataSource,
    span,
    variables,
    variableError,
    rateFloor,
    scrapeInterval,
    width,
    timeZone,
    step,
  ]);
}

function stateOf(
  { needs }: PanelNeeds,
  planning: Planning,
  answers: readonly Answer<unknown>[],
  data: PanelData,
): PanelDataState['state'] {
  if (needs === 'nothing') return 'ready';
  if (needs !== 'queries') {
    const [answer] = answers;
    if (answer && answer.value !== null) return 'ready';
    return answer && answer.error !== null ? 'error' : 'loading';
  }
  // Some of the queries are not all of them: a panel is drawn whole, and its series take their colors in their order.
  if (planning.error === null && answers.some(({ value, error }) => value === null && error === null)) return 'loading';
  if (data.results.some(({ frame }) => frame.series.some((series) => lastPresentIndex(series) >= 0))) return 'ready';
  if (planning.error !== null || answers.some((answer) => answer.error !== null)) return 'error';
  return answers.length > 0 ? 'empty' : 'loading';
}
