import { compareLabels } from '../../promql/labels.ts';
import type { ActiveAlert, RuleGroupStatus } from '../types.ts';
import type { Observation } from './alert-state.ts';
import { AlertingHistory } from './alerting.ts';
import type { GroupDefinition } from './definition.ts';
import { chunkSize } from './evaluations.ts';
import type { RecordingHistory } from './recording.ts';
import { indexAt, type Schedule, timeOf } from './schedule.ts';

export type History = AlertingHistory | RecordingHistory;
type RuleStatus = RuleGroupStatus['rules'][number];

/** A group with what follows its rules over time. */
export interface BuiltGroup {
  readonly group: GroupDefinition;
  readonly schedule: Schedule;
  readonly histories: readonly History[];
}

/** The text of an annotation of a rule of this name, its template filled in. */
type Annotate = (rule: string, text: string, observation: Observation) => string;

/** How a group stands at a time in epoch ms. */
export function groupStatus(
  { group, schedule, histories }: BuiltGroup,
  time: number,
  annotate: Annotate,
): RuleGroupStatus {
  const rules = histories.map((history) => ruleStatus(history, time, annotate));
  return {
    name: group.name,
    file: group.file,
    interval: group.interval / 1000,
    rules,
    lastEvaluation: lastEvaluation(schedule, time) ?? 0,
    evaluationTime: rules.reduce((sum, { evaluationTime }) => sum + evaluationTime, 0),
  };
}

/** Epoch ms; null: there has been none. */
function lastEvaluation(schedule: Schedule, time: number): number | null {
  const evaluation = indexAt(schedule, time);
  return evaluation >= schedule.first ? timeOf(schedule, evaluation) : null;
}

/** The health of a rule, and why it is `err`. */
function healthOf(problem: string | undefined, evaluated: boolean): Pick<RuleStatus, 'health' | 'lastError'> {
  if (problem !== undefined) return { health: 'err', lastError: problem };
  return { health: evaluated ? 'ok' : 'unknown' };
}

function ruleStatus(history: History, time: number, annotate: Annotate): RuleStatus {
  const { rule, schedule } = history.subject;
  const { name, query, labels } = rule;
  const evaluatedAt = lastEvaluation(schedule, time);
  const evaluation = indexAt(schedule, time);
  const size = chunkSize(schedule);
  const index = Math.floor(evaluation / size);
  const position = evaluation - index * size + 1;
  const chunk = evaluatedAt !== null && rule.problem === null ? history.chunk(index) : null;
  const status = {
    ...{ name, query, labels, lastEvaluation: evaluatedAt ?? 0, evaluationTime: chunk?.cost ?? 0 },
    ...healthOf(rule.problem ?? chunk?.failures.get(position), evaluatedAt !== null),
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
