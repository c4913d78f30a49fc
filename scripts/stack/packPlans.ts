import type { Variable } from '../../src/model/dashboard.ts';
import { parseDuration } from '../../src/model/duration.ts';
import type { PrometheusClient } from '../../src/prometheus/client.ts';
import { interpolate, type VariableValue } from '../../src/prometheus/interpolate.ts';
import type { QueryPlan } from '../../src/prometheus/plan.ts';
import { planQuery } from '../../src/prometheus/planQuery.ts';
import { runVariableQuery } from '../../src/prometheus/variableQuery.ts';
import type { PackQuestion } from './packQuestions.ts';

/** Epoch ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a viewer who touches nothing has chosen: All where there is such a choice, else the default or the first value. */
async function chosen(
  client: PrometheusClient,
  variable: Variable,
  values: ReadonlyMap<string, VariableValue>,
  span: Span,
): Promise<VariableValue> {
  switch (variable.type) {
    case 'query': {
      const query = interpolate(variable.query, values);
      const found = await runVariableQuery(client, { query, regex: variable.regex, span });
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

const milliseconds = (duration: string | undefined) => (duration === undefined ? 0 : (parseDuration(duration) ?? 0));

/** What the app asks for an expression of a pack over a span, in a panel of 720 pixels; `client` knows the variables' values. */
export async function planFor(
  client: PrometheusClient,
  { expr, instant, rateFloor, minStep, variables }: PackQuestion,
  span: Span,
): Promise<QueryPlan> {
  const values = new Map<string, VariableValue>();
  for (const variable of variables) values.set(variable.name, await chosen(client, variable, values, span));
  return planQuery({
    dataSource: 'lab',
    expr,
    instant,
    span,
    width: 720,
    scrapeInterval: 15_000,
    variables: values,
    rateFloor: milliseconds(rateFloor),
    minStep: milliseconds(minStep),
  });
}
