import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import { parseDuration } from '../../../src/model/duration.ts';
import type { Expr } from '../../promql/ast.ts';
import { checkTypes } from '../../promql/check.ts';
import { PromqlError } from '../../promql/errors.ts';
import type { Matcher } from '../../promql/matchers.ts';
import { parse } from '../../promql/parse.ts';
import type { RuleFile } from '../types.ts';
import type { GroupDefinition, RuleDefinition } from './definition.ts';

/** YAML is read without types, as Prometheus does: `severity: 1` is the text "1", and what is left empty is empty text. */
const text = v.string();
const duration = v.pipe(
  v.string(),
  v.check((value) => parseDuration(value) !== null, 'not a valid duration string'),
  v.transform((value) => parseDuration(value) ?? 0),
);
const emptyMap = v.pipe(
  v.literal(''),
  v.transform(() => ({})),
);
const emptyList = v.pipe(
  v.literal(''),
  v.transform(() => []),
);
const list = v.optional(v.union([v.array(v.unknown()), emptyList]), []);
const labelName = v.pipe(
  v.string(),
  v.nonEmpty('empty label name'),
  v.notValue('__name__', 'invalid label name: __name__'),
);
const labels = v.optional(v.union([v.record(labelName, text), emptyMap]), {});

const ruleSchema = v.strictObject({
  record: v.optional(text, ''),
  alert: v.optional(text, ''),
  expr: v.optional(text, ''),
  for: v.optional(duration, '0s'),
  keep_firing_for: v.optional(duration, '0s'),
  labels,
  annotations: labels,
});

const groupSchema = v.strictObject({
  name: v.pipe(text, v.nonEmpty('Groupname must not be empty')),
  interval: v.optional(duration, '0s'),
  query_offset: v.optional(duration, '0s'),
  limit: v.optional(text),
  labels,
  rules: list,
});

const fileSchema = v.strictObject({ groups: list });
const named = v.object({
  record: v.optional(text),
  alert: v.optional(text),
  name: v.optional(text),
  expr: v.optional(text),
});

const describe = (issues: readonly v.BaseIssue<unknown>[]): string =>
  issues.map((issue) => [v.getDotPath(issue), issue.message].filter(Boolean).join(': ')).join('; ');

/** A rule that only tells what is wrong, with what can be known of it. */
function brokenRule(source: unknown, name: string, problem: string): RuleDefinition {
  const { output, success } = v.safeParse(named, source);
  const known = success ? output : {};
  return {
    type: known.alert === undefined ? 'recording' : 'alerting',
    name: known.alert ?? known.record ?? known.name ?? name,
    query: known.expr?.trim() ?? '',
    selectors: [],
    labels: {},
    annotations: {},
    hold: 0,
    keepFiringFor: 0,
    problem,
  };
}

/** The matchers of every selector in an expression. */
function selectorsOf(expr: Expr): (readonly Matcher[])[] {
  switch (expr.kind) {
    case 'number':
    case 'string':
      return [];
    case 'selector':
    case 'matrix':
      return [expr.matchers];
    case 'parentheses':
    case 'negation':
    case 'subquery':
      return selectorsOf(expr.expr);
    case 'binary':
      return [...selectorsOf(expr.left), ...selectorsOf(expr.right)];
    case 'aggregate':
      return [...(expr.parameter ? selectorsOf(expr.parameter) : []), ...selectorsOf(expr.expr)];
    case 'call':
      return expr.args.flatMap(selectorsOf);
  }
}

/** Why a rule's fields do not go together; null: they do. */
function misfit(rule: v.InferOutput<typeof ruleSchema>): string | null {
  if (rule.record !== '' && rule.alert !== '') return "only one of 'record' and 'alert' must be set";
  if (rule.record === '' && rule.alert === '') return "one of 'record' or 'alert' must be set";
  if (rule.expr === '') return "field 'expr' must be set in rule";
  if (rule.alert !== '') return null;
  if (Object.keys(rule.annotations).length > 0) return "invalid field 'annotations' in recording rule";
  if (rule.for > 0) return "invalid field 'for' in recording rule";
  if (rule.keep_firing_for > 0) return "invalid field 'keep_firing_for' in recording rule";
  return /[{}]/.test(rule.record) ? `invalid recording rule name: ${rule.record}` : null;
}

function readRule(source: unknown, groupLabels: Readonly<Record<string, string>>, position: number): RuleDefinition {
  const broken = (problem: string): RuleDefinition => brokenRule(source, `rule ${position}`, problem);
  const decoded = v.safeParse(ruleSchema, source);
  if (!decoded.success) return broken(describe(decoded.issues));
  const rule = decoded.output;
  const problem = misfit(rule);
  if (problem !== null) return broken(problem);
  try {
    const expr = parse(rule.expr);
    const type = checkTypes(expr);
    if (type !== 'vector' && type !== 'scalar') return broken('rule result is not a vector or scalar');
    return {
      type: rule.alert === '' ? 'recording' : 'alerting',
      name: rule.alert === '' ? rule.record : rule.alert,
      query: rule.expr.trim(),
      selectors: selectorsOf(expr),
      labels: { ...groupLabels, ...rule.labels },
      annotations: rule.annotations,
      hold: rule.for,
      keepFiringFor: rule.keep_firing_for,
      problem: null,
    };
  } catch (error) {
    if (!(error instanceof PromqlError)) throw error;
    return broken(`could not parse expression: ${error.message}`);
  }
}

function readGroup(file: string, source: unknown, position: number, defaultInterval: number): GroupDefinition {
  const decoded = v.safeParse(groupSchema, source);
  if (!decoded.success) {
    const rule = brokenRule(source, `group ${position}`, describe(decoded.issues));
    return { file, name: rule.name, interval: defaultInterval, queryOffset: 0, rules: [rule] };
  }
  const group = decoded.output;
  return {
    file,
    name: group.name,
    interval: group.interval || defaultInterval,
    queryOffset: group.query_offset,
    rules: group.rules.map((rule, i) => readRule(rule, group.labels, i + 1)),
  };
}

/**
 * The groups of a file; `defaultInterval` (ms) is for those that name none. Nothing is thrown: what is wrong stands in the
 * `problem` of the rule it is about, or in a rule that stands for the whole group or file.
 */
export function readGroups({ path, content }: RuleFile, defaultInterval: number): GroupDefinition[] {
  const broken = (problem: string): GroupDefinition[] => {
    const rule = brokenRule(null, path, problem);
    return [{ file: path, name: path, interval: defaultInterval, queryOffset: 0, rules: [rule] }];
  };
  let document: unknown;
  try {
    document = parseYaml(content, { schema: 'failsafe', merge: true, logLevel: 'error' });
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error));
  }
  if (document === null || document === '') return [];
  const decoded = v.safeParse(fileSchema, document);
  if (!decoded.success) return broken(describe(decoded.issues));
  return decoded.output.groups.map((group, i) => readGroup(path, group, i + 1, defaultInterval));
}
