import { matchesAll } from '../../promql/matchers.ts';
import type { ActiveAlert, AlertingRuleStatus, RecordingRuleStatus, RuleGroupStatus } from '../types.ts';
import { invalidParameter } from './errors.ts';
import { formatAlertValue, formatDate, sortedLabels } from './format.ts';
import { readMatchers } from './parameters.ts';
import { replyOf } from './reply.ts';
import type { Endpoint, Server } from './server.ts';

type Rule = AlertingRuleStatus | RecordingRuleStatus;

/** All groups as they are now, by file and then name. */
function groupsNow({ rules, now }: Server): RuleGroupStatus[] {
  const key = ({ file, name }: RuleGroupStatus) => `${file};${name}`;
  return rules.groupsAt(now()).toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** `alerts`: all that are pending or firing. */
export const alerts: Endpoint = (_, server) => {
  const all = groupsNow(server).flatMap((group) =>
    group.rules.flatMap((rule) => ('alerts' in rule ? rule.alerts : [])),
  );
  return replyOf({ alerts: all.map(describeAlert) });
};

/** `alertmanagers`: none has an address; the simulated one reads the alerts by itself. */
export const alertmanagers: Endpoint = () => replyOf({ activeAlertmanagers: [], droppedAlertmanagers: [] });

/** `rules`: groups and how their rules stand, filtered, and in pages where `group_limit` is given. */
export const rules: Endpoint = (parameters, server) => {
  const keeps = ruleFilter(parameters);
  const excludeAlerts = readFlag(parameters, 'exclude_alerts');
  const [names, files] = [parameters.getAll('rule_group[]'), parameters.getAll('file[]')];
  const all = groupsNow(server);
  const { from, limit } = readPage(parameters, all);
  const wanted = all
    .slice(from)
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .filter(({ file }) => files.length === 0 || files.includes(file))
    .map((group) => ({ ...group, rules: group.rules.filter(keeps) }))
    .filter((group) => group.rules.length > 0);
  const next = wanted[limit];
  return replyOf({
    groups: wanted.slice(0, limit).map((group) => describeGroup(group, excludeAlerts)),
    ...(next && { groupNextToken: tokenOf(next) }),
  });
};

/** What `type`, `rule_name[]` and `match[]` say of a rule. */
function ruleFilter(parameters: URLSearchParams): (rule: Rule) => boolean {
  const type = (parameters.get('type') ?? '').toLowerCase();
  if (!['', 'alert', 'record'].includes(type)) {
    throw invalidParameter('type', `not supported value ${JSON.stringify(type)}`);
  }
  const names = parameters.getAll('rule_name[]');
  const matcherLists = readMatchers(parameters);
  return (rule) =>
    (type === '' || rule.type === `${type}ing`) &&
    (names.length === 0 || names.includes(rule.name)) &&
    (matcherLists.length === 0 || matcherLists.some((matchers) => matchesAll(matchers, rule.labels)));
}

const flags: ReadonlyMap<string, boolean> = new Map([
  ...['', '0', 'f', 'false'].map((text) => [text, false] as const),
  ...['1', 't', 'true'].map((text) => [text, true] as const),
]);

function readFlag(parameters: URLSearchParams, name: string): boolean {
  const text = (parameters.get(name) ?? '').toLowerCase();
  const flag = flags.get(text);
  if (flag !== undefined) return flag;
  const problem = `error converting ${name}: strconv.ParseBool: parsing ${JSON.stringify(text)}: invalid syntax`;
  throw invalidParameter(name, problem);
}

/** Names a group in `group_next_token`; a real server hashes this. */
const tokenOf = ({ file, name }: RuleGroupStatus): string => encodeURIComponent(`${file};${name}`);

/** From which group on a page is, and how many it has at most. */
function readPage(parameters: URLSearchParams, groups: readonly RuleGroupStatus[]): { from: number; limit: number } {
  const text = parameters.get('group_limit') ?? '';
  const token = parameters.get('group_next_token') ?? '';
  if (text === '') {
    if (token === '') return { from: 0, limit: groups.length };
    const problem = 'group_limit needs to be present in order to paginate over the groups';
    throw invalidParameter('group_next_token', problem);
  }
  const limit = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(limit)) {
    const reason = `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`;
    throw invalidParameter('group_limit', `group_limit needs to be a valid number: ${reason}`);
  }
  if (limit <= 0) throw invalidParameter('group_limit', 'group_limit needs to be greater than 0');
  const from = token === '' ? 0 : groups.findIndex((group) => tokenOf(group) === token);
  if (from >= 0) return { from, limit };
  throw invalidParameter('group_next_token', `invalid group_next_token '${token}'. were rule groups changed?`);
}

function describeGroup({ rules: members, ...group }: RuleGroupStatus, excludeAlerts: boolean): object {
  const { name, file, interval, evaluationTime, lastEvaluation } = group;
  return {
    name,
    file,
    rules: members.map((rule) => describeRule(rule, excludeAlerts)),
    interval,
    limit: 0,
    evaluationTime,
    lastEvaluation: formatDate(lastEvaluation),
  };
}

function describeRule(rule: Rule, excludeAlerts: boolean): object {
  const common = {
    ...rule,
    labels: sortedLabels(rule.labels),
    lastEvaluation: formatDate(rule.lastEvaluation),
  };
  if (rule.type === 'recording') return common;
  return {
    ...common,
    annotations: sortedLabels(rule.annotations),
    alerts: excludeAlerts ? null : rule.alerts.map(describeAlert),
  };
}

function describeAlert({ labels, annotations, state, activeAt, value }: ActiveAlert): object {
  return {
    labels: sortedLabels(labels),
    annotations: sortedLabels(annotations),
    state,
    activeAt: formatDate(activeAt),
    value: formatAlertValue(value),
  };
}
