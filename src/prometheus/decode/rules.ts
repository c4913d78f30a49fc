import * as v from 'valibot';
import type { Reply, Rule, RuleGroup } from '../types.ts';
import { alerts } from './alerts.ts';
import { labels, listOf, optionalText, replyDecoder } from './lists.ts';
import { optionalInstant, seconds } from './time.ts';

const ruleEntries = {
  name: v.string(),
  query: v.string(),
  labels: v.nullish(labels, {}),
  health: v.nullish(v.string(), 'unknown'),
  lastError: optionalText,
  lastEvaluation: optionalInstant,
  evaluationTime: seconds,
};

const recordingRule = v.object({ ...ruleEntries, type: v.literal('recording') });

const alertingRule = v.object({
  ...ruleEntries,
  type: v.literal('alerting'),
  state: v.fallback(v.picklist(['inactive', 'pending', 'firing', 'unknown']), 'unknown'),
  duration: seconds,
  keepFiringFor: seconds,
  annotations: v.nullish(labels, {}),
  alerts,
});

const rule = v.pipe(
  v.variant('type', [recordingRule, alertingRule]),
  v.transform((raw): Rule => {
    const { name, query: expr, labels, health, lastError, lastEvaluation, evaluationTime } = raw;
    const common = { name, expr, labels, health, lastError, lastEvaluation, evaluationTime };
    if (raw.type === 'recording') return { ...common, kind: 'recording', alerting: null };
    const { state, duration, keepFiringFor, annotations, alerts } = raw;
    return { ...common, kind: 'alerting', alerting: { state, for: duration, keepFiringFor, annotations, alerts } };
  }),
);

const ruleGroup = v.object({
  name: v.string(),
  file: optionalText,
  interval: seconds,
  lastEvaluation: optionalInstant,
  evaluationTime: seconds,
  rules: listOf(rule),
});

export const decodeRules: (reply: unknown) => Reply<readonly RuleGroup[]> = replyDecoder(
  v.pipe(
    v.object({ groups: listOf(ruleGroup) }),
    v.transform(({ groups }) => groups),
  ),
);
