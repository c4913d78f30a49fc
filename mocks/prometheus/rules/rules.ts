import type { Labels } from '../../../src/model/labels.ts';
import { evaluateInstant } from '../../promql/evaluate.ts';
import type { SeriesSource } from '../../promql/values.ts';
import type { RuleFile, Rules, SampleStore } from '../types.ts';
import type { Observation } from './alert-state.ts';
import { type AlertChunk, AlertingHistory } from './alerting.ts';
import { LeastRecentCache } from './cache.ts';
import { storeWithDerived, visibleTo, withDerived } from './derived.ts';
import { readGroups } from './read.ts';
import { type RecordedChunk, RecordingHistory } from './recording.ts';
import { createSchedule } from './schedule.ts';
import { type BuiltGroup, groupStatus, type History } from './status.ts';
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
  const built = groups.map((group): BuiltGroup => {
    const schedule = createSchedule(group.file, group.name, group.interval, start);
    const members = group.rules.map((rule): History => {
      const id = histories.length;
      const readable = (): History[] => histories.filter((_, other) => visible[id]?.has(other));
      const source = withDerived(store, readable);
      const subject = { rule, schedule, queryOffset: group.queryOffset, source };
      // Labels decide what ALERTS is, so their templates cannot ask for what rests on it.
      const history =
        rule.type === 'alerting'
          ? new AlertingHistory(subject, String(id), expander(rule.name, store), alertChunks)
          : new RecordingHistory(subject, String(id), recordedChunks);
      histories.push(history);
      return history;
    });
    return { group, schedule, histories: members };
  });
  const combined = storeWithDerived(store, () => histories);
  const annotate = (rule: string, text: string, observation: Observation): string =>
    expander(rule, combined)(text, observation);
  return {
    store: combined,
    groupsAt: (time) => built.map((group) => groupStatus(group, time, annotate)),
  };
}
