import type { Labels } from '../../../src/model/labels.ts';
import { evaluateInstant } from '../../promql/evaluate.ts';
import { compareLabels } from '../../promql/labels.ts';
import type { SeriesSource } from '../../promql/values.ts';
import type { ActiveAlert, RuleFile, RuleGroupStatus, Rules, SampleStore } from '../types.ts';
import type { Observation } from './alert-state.ts';
import { type AlertChunk, AlertingHistory } from './alerting.ts';
import { LeastRecentCache } from './cache.ts';
import type { GroupDefinition } from './definition.ts';
import { storeWithDerived, visibleTo, withDerived } from './derived.ts';
import { chunkSize } from './evaluations.ts';
import { readGroups } from './read.ts';
import { type RecordedChunk, RecordingHistory } from './recording.ts';
import { createSchedule, indexAt, timeOf } from './schedule.ts';
import { expandTemplate, type QueriedSample } from './template/expand.ts';

export interface RulesOptions {
  /** Ms between the evaluations of groups that name no interval: the configuration's `evaluation_interval`. */
  readonly interval?: number;
  /** Epoch ms of the first evaluation, of all groups alike; null: there has always been one before. */
  readonly start?: number | null;
  readonly externalLabels?: Labels;
}

/** Values of evaluations that are held, for each kind of rule. */
const cachedValues = 4_000_000;

type History = AlertingHistory | RecordingHistory;
type RuleStatus = RuleGroupStatus['rules'][number];

function queryFor(source: SeriesSource): (text: string, time: number) => QueriedSample[] {
  return (text, time) => {
    const result = evaluateInstant(text, time, source);
    if (result.type === 'scalar') return [{ labels: {}, value: result.value }];
    if (result.type !== 'vector') throw new Error('query result is not a vector or scalar');
    return result.series.map(({ labels, values }) => ({ labels, value: values[0] ?? Number.NaN }));
  };
}

/**
 * The rules of files over a store, whose samples must be the same whenever they are read. Rules that cannot be read or
 * evaluated are reported with health `err`; nothing is thrown. Nothing is evaluated before it is asked for, then half an hour of
 * evaluations at a time, so the answer at a time does not depend on what was asked before. An alert is followed back 24 h:
 * one that holds for longer seems to have begun then.
 */
export function createRules(
  files: readonly RuleFile[],
  store: SampleStore,
  { interval = 15_000, start = null, externalLabels = {} }: RulesOptions = {},
): Rules {
  const groups = files.flatMap((file) => readGroups(file, interval));
  const alertChunks = new LeastRecentCache<AlertChunk>(cachedValues);
  const recordedChunks = new LeastRecentCache<RecordedChunk>(cachedValues);
  const definitions = groups.flatMap(({ rules }) => rules);
  const visible = visibleTo(definitions);
  const expander =
    (name: string, source: SeriesSource) =>
    (text: string, { labels, value, time }: Observation): string =>
      expandTemplate(text, { name: `__alert_${name}`, labels, externalLabels, value, time, query: queryFor(source) });
  const histories: History[] = [];
  const byGroup = groups.map((group) => {
    const schedule = createSchedule(group.file, group.name, group.interval, start);
    return group.rules.map((rule): History => {
      const id = histories.length;
      const readable = (): History[] => histories.filter((_, other) => visible[id]?.has(other));
      const source = withDerived(store, readable);
      const subject = { rule, schedule, queryOffset: group.queryOffset, source };
      const history =
        rule.type === 'alerting'
          ? new AlertingHistory(subject, String(id), expander(rule.name, store), alertChunks)
          : new RecordingHistory(subject, String(id), recordedChunks);
      histories.push(history);
      return history;
    });
  });
  const combined = storeWithDerived(store, () => histories);
  const annotate = (rule: string, text: string, observation: Observation): string =>
    expander(rule, combined)(text, observation);
  return {
    store: combined,
    groupsAt: (time) => groups.map((group, i) => groupStatus(group, byGroup[i] ?? [], time, annotate)),
  };
}

type Annotate = (rule: string, text: string, observation: Observation) => string;

function groupStatus(
  { name, file, interval }: GroupDefinition,
  histories: readonly History[],
  time: number,
  annotate: Annotate,
): RuleGroupStatus {
  const rules = histories.map((history) => ruleStatus(history, time, annotate));
  return {
    name,
    file,
    interval: interval / 1000,
    rules,
    lastEvaluation: Math.max(0, ...rules.map(({ lastEvaluation }) => lastEvaluation)),
    evaluationTime: rules.reduce((sum, { evaluationTime }) => sum + evaluationTime, 0),
  };
}

function ruleStatus(history: History, time: number, annotate: Annotate): RuleStatus {
  const { rule, schedule } = history.subject;
  const { name, query, labels } = rule;
  const evaluation = indexAt(schedule, time);
  const started = evaluation >= schedule.first;
  const lastEvaluation = started ? timeOf(schedule, evaluation) : 0;
  const size = chunkSize(schedule);
  const index = Math.floor(evaluation / size);
  const position = evaluation - index * size + 1;
  const chunk = started && rule.problem === null ? history.chunk(index) : null;
  const lastError = rule.problem ?? chunk?.failures.get(position);
  const status = {
    ...{ name, query, labels, lastEvaluation, evaluationTime: chunk?.cost ?? 0 },
    ...(lastError === undefined
      ? ({ health: started ? 'ok' : 'unknown' } as const)
      : ({ health: 'err', lastError } as const)),
  };
  if (!(history instanceof AlertingHistory)) return { type: 'recording', ...status };
  const alerts = chunk ? activeAlerts(history, index, position, annotate) : [];
  return {
    type: 'alerting',
    ...status,
    state: alerts.some(({ state }) => state === 'firing') ? 'firing' : alerts.length > 0 ? 'pending' : 'inactive',
    duration: rule.hold / 1000,
    keepFiringFor: rule.keepFiringFor / 1000,
    annotations: rule.annotations,
    alerts,
  };
}

function activeAlerts(history: AlertingHistory, index: number, position: number, annotate: Annotate): ActiveAlert[] {
  const { name, annotations } = history.subject.rule;
  const active = history.courses(index).flatMap(({ labels, alerts }): ActiveAlert[] => {
    const alert = alerts[position];
    if (!alert) return [];
    const { activeAt, firing, latest } = alert;
    const texts = Object.entries(annotations).map(([key, text]) => [key, annotate(name, text, latest)]);
    const state = firing ? 'firing' : 'pending';
    return [{ labels, annotations: Object.fromEntries(texts), state, activeAt, value: latest.value }];
  });
  return active.sort((a, b) => compareLabels(a.labels, b.labels));
}
