import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { evaluateInstant } from '../../promql/evaluate.ts';
import { parseTime } from '../../promql/promqltest/script.ts';
import { parseSeries } from '../../promql/promqltest/series.ts';
import type { RuleFile, Rules } from '../types.ts';
import { createRules } from './rules.ts';
import { pointsStore } from './testing.ts';

const text = v.optional(v.string(), '');
const texts = v.optional(v.record(v.string(), v.string()), {});
const list = <T extends v.GenericSchema>(item: T) =>
  v.optional(
    v.pipe(
      v.union([v.array(item), v.literal('')]),
      v.transform((all) => (all === '' ? [] : all)),
    ),
    [],
  );

/** What promtool reads in a file of tests, as far as packs use it. */
const suiteSchema = v.strictObject({
  rule_files: v.array(v.string()),
  evaluation_interval: v.optional(v.string(), '1m'),
  tests: v.array(
    v.strictObject({
      name: text,
      interval: v.optional(v.string(), '1m'),
      input_series: list(v.strictObject({ series: v.string(), values: v.string() })),
      external_labels: texts,
      alert_rule_test: list(
        v.strictObject({
          eval_time: v.string(),
          alertname: v.string(),
          exp_alerts: list(v.strictObject({ exp_labels: texts, exp_annotations: texts })),
        }),
      ),
      promql_expr_test: list(
        v.strictObject({
          expr: v.string(),
          eval_time: v.string(),
          exp_samples: list(v.strictObject({ labels: v.string(), value: v.string() })),
        }),
      ),
    }),
  ),
});

type Suite = v.InferOutput<typeof suiteSchema>;
type Test = Suite['tests'][number];

const packs = join(import.meta.dirname, '../../../packs');

function suiteFiles(): string[] {
  return readdirSync(packs, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|\/)rules\/tests\/[^/]+\.ya?ml$/.test(path))
    .map((path) => join(packs, path));
}

const groupsOf = v.looseObject({ groups: v.array(v.looseObject({})) });

/** As promtool does, every group is evaluated at the suite's interval, whatever its own is. */
function ruleFile(path: string, interval: string): RuleFile {
  const { groups } = v.parse(groupsOf, parse(readFileSync(path, 'utf8'), { schema: 'failsafe' }));
  return { path: basename(path), content: stringify({ groups: groups.map((group) => ({ ...group, interval })) }) };
}

function rulesOf(suite: Suite, test: Test, folder: string): Rules {
  const files = suite.rule_files.map((path) => ruleFile(join(folder, path), suite.evaluation_interval));
  const store = pointsStore(
    test.input_series.map(({ series, values }) => parseSeries(`${series} ${values}`)),
    parseTime(test.interval),
  );
  const options = { start: 0, interval: parseTime(suite.evaluation_interval), externalLabels: test.external_labels };
  return createRules(files, store, options);
}

function firing(rules: Rules, name: string, time: number): unknown[] {
  return rules
    .groupsAt(time)
    .flatMap((group) => group.rules)
    .flatMap((rule) => (rule.type === 'alerting' && rule.name === name ? rule.alerts : []))
    .filter(({ state }) => state === 'firing')
    .map(({ labels, annotations }) => ({ labels, annotations }));
}

describe.each(suiteFiles().map((path) => [path.slice(packs.length + 1), path]))('%s', (_, path) => {
  const suite = v.parse(suiteSchema, parse(readFileSync(path, 'utf8'), { schema: 'failsafe' }));
  it.each(suite.tests.map((test) => [test.name, test] as const))('%s', (_name, test) => {
    const rules = rulesOf(suite, test, dirname(path));
    for (const { eval_time, alertname, exp_alerts } of test.alert_rule_test) {
      const expected = exp_alerts.map(({ exp_labels, exp_annotations }) => ({
        labels: { ...exp_labels, alertname },
        annotations: exp_annotations,
      }));
      const found = firing(rules, alertname, parseTime(eval_time));
      expect(found, `${alertname} at ${eval_time}`).toHaveLength(expected.length);
      expect(found, `${alertname} at ${eval_time}`).toEqual(expect.arrayContaining(expected));
    }
    for (const { expr, eval_time, exp_samples } of test.promql_expr_test) {
      const result = evaluateInstant(expr, parseTime(eval_time), rules.store);
      if (result.type !== 'vector') throw new Error(`${expr} is no vector`);
      const found = result.series.map(({ labels, values }) => ({ labels, value: values[0] }));
      const expected = exp_samples.map(({ labels, value }) => ({
        labels: parseSeries(`${labels} 0`).labels,
        value: expect.closeTo(Number(value), 9),
      }));
      expect(found).toHaveLength(expected.length);
      expect(found).toEqual(expect.arrayContaining(expected));
    }
  });
});
