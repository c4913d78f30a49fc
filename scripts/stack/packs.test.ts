import { resolve } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { packNames } from '../../server/packFiles.ts';
import type { Variable } from '../../src/model/dashboard.ts';
import { parseDuration } from '../../src/model/duration.ts';
import { type Frame, isPresent } from '../../src/model/frame.ts';
import { createPrometheusClient } from '../../src/prometheus/client.ts';
import { interpolate, type VariableValue } from '../../src/prometheus/interpolate.ts';
import { planQuery } from '../../src/prometheus/planQuery.ts';
import { runVariableQuery } from '../../src/prometheus/variableQuery.ts';
import { expectedEmpty } from './expectedEmpty.ts';
import { type PackQuestion, packQuestions } from './packQuestions.ts';

const hour = 3_600_000;
const client = createPrometheusClient({ baseUrl: inject('prometheusUrl') });
const names = await packNames(resolve(import.meta.dirname, '../../packs'));
const questions = (await Promise.all(names.map(packQuestions))).flat();

/** The hour that has just passed: all of the lab's past, but for its first minutes. */
function lastHour(): { from: number; to: number } {
  const to = Date.now();
  return { from: to - hour, to };
}

/** What a viewer who touches nothing has chosen: All where there is such a choice, else the default or the first value. */
async function chosen(variable: Variable, values: ReadonlyMap<string, VariableValue>): Promise<VariableValue> {
  switch (variable.type) {
    case 'query': {
      const query = interpolate(variable.query, values);
      const found = await runVariableQuery(client, { query, regex: variable.regex, span: lastHour() });
      if (found.length === 0) throw new Error(`variable ${variable.name} has no value: ${query}`);
      return { values: variable.all ? found : found.slice(0, 1), all: variable.all };
    }
    case 'custom':
      return { values: variable.default ?? variable.options.slice(0, 1), all: variable.all };
    case 'interval':
      return { values: [variable.default ?? variable.options[0] ?? ''], all: false };
    case 'textbox':
      return { values: [variable.default], all: false };
    case 'constant':
      return { values: [variable.value], all: false };
    case 'datasource':
      return { values: ['lab'], all: false };
  }
}

async function ask({ expr, instant, rateFloor, variables }: PackQuestion): Promise<Frame> {
  const values = new Map<string, VariableValue>();
  for (const variable of variables) values.set(variable.name, await chosen(variable, values));
  const plan = planQuery({
    dataSource: 'lab',
    expr,
    instant,
    span: lastHour(),
    width: 720,
    scrapeInterval: 15_000,
    variables: values,
    rateFloor: rateFloor === undefined ? 0 : (parseDuration(rateFloor) ?? 0),
  });
  if (plan.kind === 'instant') return (await client.query(plan)).frame;
  return (await client.queryRange(plan)).frame;
}

/** Whether any sample is there that is a number. */
function hasData({ series }: Frame): boolean {
  return series.some((one) => one.values.some((value, i) => isPresent(one, i) && !Number.isNaN(value)));
}

describe('every expression of the packs', () => {
  it.each(questions.map((question) => [question.name, question] as const))('%s', async (name, question) => {
    const reason = expectedEmpty[name];
    const claim = reason === undefined ? 'has data' : `is empty (${reason})`;
    expect(hasData(await ask(question)), `${claim}: ${question.expr}`).toBe(reason === undefined);
  });

  it('that is expected to be empty is one there is', () => {
    const known = questions.map(({ name }) => name);
    for (const name of Object.keys(expectedEmpty)) expect(known).toContain(name);
  });
});

describe('every alert of the packs', () => {
  it('is loaded, and its expression can be evaluated', async () => {
    const rules = (await client.rules()).data.flatMap((group) => group.rules);
    expect(rules.length).toBeGreaterThanOrEqual(9);
    for (const { name, expr, health } of rules) {
      expect(health, name).not.toBe('err');
      await client.query({ expr });
    }
  });
});
