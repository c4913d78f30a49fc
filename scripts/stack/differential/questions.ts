import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { PrometheusClient } from '../../../src/prometheus/client.ts';
import { planFor } from '../packPlans.ts';
import type { PackQuestion } from '../packQuestions.ts';
import type { Question } from './comparison.ts';
import { generate } from './generator.ts';
import { cycleEnd, cycleStart } from './past.ts';
import { createRandom } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Milliseconds past a whole second at which expressions are evaluated: off the edges, as `versionDifferences.ts` has it. */
const evaluationPhase = 750;

const minute = 60_000;

/** Minutes of the cycle: a backend fails, the broker is down. */
const momentMinutes = [75, 184] as const;
const moments = momentMinutes.map((minutes) => cycleStart + minutes * minute + evaluationPhase);

const wholeCycle = {
  start: cycleStart + evaluationPhase,
  end: cycleEnd - minute + evaluationPhase,
  step: minute,
};

const steps = [30_000, 47_000, 60_000, 120_000, 300_000] as const;

/** `count` expressions at random, each for a time and a range of the cycle. */
export function generatedQuestions(seed: number, count: number, vocabulary: Vocabulary): Question[] {
  const random = createRandom(seed + 1);
  const time = (from: number, to: number) => random.integer(from / 1000, to / 1000) * 1000 + evaluationPhase;
  return generate(seed, count, vocabulary).map(({ expr, ordered }, i) => {
    const step = random.pick(steps);
    const length = step * random.integer(20, 70);
    const start = time(cycleStart, cycleEnd - length - minute);
    return {
      name: `${i}: ${expr}`,
      expr,
      ordered,
      instants: [time(cycleStart, cycleEnd - minute)],
      range: { start, end: start + length, step },
    };
  });
}

/** An expression of a pack as the app asks it, over the whole cycle and at moments of it. */
export async function packQuestion(client: PrometheusClient, question: PackQuestion): Promise<Question> {
  const span = { from: cycleStart, to: cycleEnd - minute };
  const plan = await planFor(client, question, span);
  const range =
    plan.kind === 'instant'
      ? wholeCycle
      : { start: plan.start + evaluationPhase, end: plan.end + evaluationPhase, step: plan.step };
  return { name: question.name, expr: plan.expr, instants: moments, range };
}

const ruleFileSchema = v.object({
  groups: v.array(
    v.object({
      name: v.string(),
      rules: v.array(v.object({ alert: v.optional(v.string()), record: v.optional(v.string()), expr: v.string() })),
    }),
  ),
});

/** The expressions of a pack's rules. */
export function ruleQuestions(packsFolder: string, pack: string): Question[] {
  const folder = join(packsFolder, pack, 'rules');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
  return files.flatMap((file) => {
    const { groups } = v.parse(ruleFileSchema, parse(readFileSync(join(folder, file), 'utf8')));
    return groups.flatMap(({ name, rules }) =>
      rules.map(({ alert, record, expr }) => ({
        name: `${pack} ${name}/${alert ?? record}`,
        expr,
        instants: moments,
        range: wholeCycle,
      })),
    );
  });
}
