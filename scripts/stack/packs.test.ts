import { resolve } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { packNames } from '../../server/packs/packFiles.ts';
import { type Frame, isPresent } from '../../src/model/frame.ts';
import { createPrometheusClient } from '../../src/prometheus/client.ts';
import { expectedEmpty } from './expectedEmpty.ts';
import { planFor, type Span } from './packPlans.ts';
import { type PackQuestion, packQuestions } from './packQuestions.ts';

const hour = 3_600_000;
const client = createPrometheusClient({ baseUrl: inject('prometheusUrl') });
const names = await packNames(resolve(import.meta.dirname, '../../packs'));
const questions = (await Promise.all(names.map((pack) => packQuestions(pack)))).flat();

/** The hour that has just passed: all of the lab's past, but for its first minutes. */
function lastHour(): Span {
  const to = Date.now();
  return { from: to - hour, to };
}

async function ask(question: PackQuestion): Promise<Frame> {
  const plan = await planFor(client, question, lastHour());
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
