import { type Absence, absenceOf, absent, isThereNow } from '../../model/absence.ts';
import { type AlertState, firingAlerts } from '../../model/alert.ts';
import type { Frame, Series } from '../../model/frame.ts';
import type { Labels } from '../../model/labels.ts';
import type { PackFigure, PackSummary } from '../../model/pack.ts';
import { severityTone } from '../../model/severity.ts';
import type { Target } from '../../model/target.ts';
import { completenessOf, isWhole } from '../../prometheus/completeness.ts';
import { planQuery } from '../../prometheus/planQuery.ts';
import type { Reply, TargetList } from '../../prometheus/types.ts';
import { planQuestion, type TimedResult } from '../asking/planQuestion.ts';
import { type Answer, useAnswer, useAnswers } from '../asking/useAnswers.ts';
import type { BoardClock } from '../clock/useBoardClock.ts';
import { alertsQuestion, targetsQuestion } from '../serverLists.ts';
import { useServices } from '../services/services.tsx';
import type { DataSource } from '../source/dataSource.ts';
import { isFound } from './detection.ts';

/** A key figure with its course. */
export interface FigureState {
  readonly figure: PackFigure;
  /** Null while it is asked for. */
  readonly frame: Frame | null;
  readonly series: Series | null;
  readonly value: number | 'absent' | null;
  /** Why the value is absent; null when it is not. */
  readonly absence: Absence | null;
  /** The answer is not whole, and the figure made of what came. */
  readonly isPartial: boolean;
  /** What the server says of that. */
  readonly warnings: readonly string[];
  readonly error: unknown;
}

export interface AlertCounts {
  readonly critical: number;
  readonly warning: number;
  readonly other: number;
}

/** How a monitored system fares. What could not be asked is null, never zero. */
export interface PackHealth {
  /** Whether the system's detection query finds data; null while that is not known. */
  readonly found: boolean | null;
  readonly targets: { readonly up: number; readonly total: number } | null;
  readonly firing: AlertCounts | null;
  readonly pending: number | null;
  /** What the server says of alerts and targets where they are not all: there may be more that fire, or are down. */
  readonly warnings: readonly string[];
  readonly figures: readonly FigureState[];
  /** The first failure of any of it. */
  readonly error: unknown;
  readonly isFetching: boolean;
  /** All of it is of this tick. */
  readonly isCurrent: boolean;
}

/** A sparkline on the overview is about this wide, CSS pixels. */
const SPARKLINE_WIDTH = 240;
const DEFAULT_INTERVAL = 15_000;
const noVariables = new Map();

/**
 * Asks whether a system is there, and then how it is. Figures are asked only for a system that was found and is in view;
 * alerts and targets are one request each for all packs. An alert belongs to a pack by its label `system`.
 */
export function usePackHealth(
  pack: PackSummary,
  dataSource: DataSource,
  clock: BoardClock,
  isActive = true,
): PackHealth {
  const { watchdog } = useServices().config;
  const plan = (expr: string, instant: boolean) =>
    planQuery({
      dataSource: dataSource.id,
      expr,
      instant,
      span: clock.span,
      width: SPARKLINE_WIDTH,
      scrapeInterval: DEFAULT_INTERVAL,
      variables: noVariables,
    });
  const fresh = clock.isByHand;
  const detected = useAnswer(planQuestion(dataSource, plan(pack.detect, true), { fresh }));
  const found = detected?.value ? isFound(detected.value.result) : null;
  const isAsked = found === true && isActive;
  const figures = useAnswers(
    isAsked ? pack.figures.map(({ expr }) => planQuestion(dataSource, plan(expr, false), { fresh })) : [],
    isAsked,
  );
  const alerts = useAnswer(alertsQuestion(dataSource, clock), isAsked);
  const targets = useAnswer(targetsQuestion(dataSource, clock), isAsked);
  const all: readonly (Answer<unknown> | null)[] = [detected, alerts, targets, ...figures];
  const down = targets?.value ? downOf(targets.value, pack.jobs) : nothingDown;
  const own = alerts?.value?.data.filter(({ labels }) => labels.system === pack.id) ?? null;
  return {
    found,
    targets: targets?.value ? countTargets(targets.value.data.active, pack.jobs) : null,
    firing: own && countTones(firingAlerts(own, watchdog)),
    pending: own?.filter(({ state }) => state === 'pending').length ?? null,
    warnings: [...new Set([alerts, targets].flatMap((answer) => answer?.value?.warnings ?? []))],
    figures: pack.figures.map((figure, i) => figureState(figure, figures[i] ?? null, down)),
    error: all.find((answer) => answer !== null && answer.error !== null)?.error ?? null,
    isFetching: all.some((answer) => answer?.isFetching),
    isCurrent: all.every((answer) => answer?.isCurrent),
  };
}

/** A system's targets that are down. */
interface Down {
  readonly labels: readonly Labels[];
  /** None of them is up: whatever the figures are made of, it comes from one that is down. */
  readonly isAll: boolean;
}

const nothingDown: Down = { labels: [], isAll: false };

function downOf(reply: Reply<TargetList>, jobs: readonly string[]): Down {
  const own = reply.data.active.filter(({ labels }) => jobs.includes(labels.job ?? ''));
  const down = own.filter(({ health }) => health === 'down');
  return {
    labels: down.map(({ labels }) => labels),
    isAll: isWhole(reply) && own.length > 0 && down.length === own.length,
  };
}

/** The first series is the figure's: its value of now, or why there is none. */
function figureState(figure: PackFigure, answer: Answer<TimedResult> | null, down: Down): FigureState {
  const result = answer?.value?.result ?? null;
  const frame = result?.frame ?? null;
  const series = frame?.series[0] ?? null;
  const last = series !== null && isThereNow(series) ? series.values.at(-1) : undefined;
  const isPartial = result !== null && completenessOf([result]) !== 'complete';
  const error = answer?.error ?? null;
  const known = { figure, frame, series, isPartial, warnings: result?.warnings ?? [], error };
  if (frame === null) return { ...known, value: null, absence: null };
  if (last !== undefined) return { ...known, value: last, absence: null };
  const ofQuery: Absence = down.isAll ? { kind: 'down', at: null } : absent;
  return { ...known, value: 'absent', absence: series ? absenceOf(frame, series, down.labels, ofQuery) : ofQuery };
}

function countTargets(targets: readonly Target[], jobs: readonly string[]) {
  const own = targets.filter(({ labels }) => jobs.includes(labels.job ?? ''));
  return { up: own.filter(({ health }) => health === 'up').length, total: own.length };
}

function countTones(alerts: readonly AlertState[]): AlertCounts {
  const counts = { critical: 0, warning: 0, other: 0 };
  for (const { labels } of alerts) {
    const tone = severityTone(labels);
    counts[tone === 'critical' || tone === 'warning' ? tone : 'other']++;
  }
  return counts;
}
