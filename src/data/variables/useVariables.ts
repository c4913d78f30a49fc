import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Dashboard, Variable } from '../../model/dashboard.ts';
import type { TimeSpan } from '../../panels/contract.ts';
import { interpolate, usedVariables, type VariableValue, type VariableValues } from '../../prometheus/interpolate.ts';
import { type Answer, type Question, useAnswers } from '../asking/useAnswers.ts';
import type { BoardClock } from '../clock/useBoardClock.ts';
import { useServices } from '../services/services.tsx';
import type { DataSource } from '../source/dataSource.ts';
import { resolveVariable } from './resolveVariable.ts';

/** A variable of the board and what is known of it. */
export interface VariableState {
  readonly variable: Variable;
  readonly options: readonly string[];
  readonly current: readonly string[];
  readonly all: boolean;
  readonly status: 'loading' | 'ready' | 'error';
  readonly error: unknown;
}

export interface Variables {
  readonly states: readonly VariableState[];
  /** Those whose value is known; what uses another one waits. */
  readonly values: VariableValues;
  /** Why a variable's options could not be had, by its name. */
  readonly errors: ReadonlyMap<string, unknown>;
  /** Names of those whose values are still asked for; All may be chosen before it is known what that is. */
  readonly asked: readonly string[];
}

/** Label values change seldom: they are asked for anew this often, ms. */
const GRID = 5 * 60_000;

interface VariablesOptions {
  readonly dashboard: Dashboard | null;
  readonly chosen: ReadonlyMap<string, readonly string[]>;
  readonly dataSource: DataSource | null;
  readonly clock: BoardClock;
}

/**
 * The board's variables, each asked for when those that its query uses are known (chained), in the order of the
 * dashboard file. Until those are answered anew, and where they cannot be, their last good answers hold, so that what is
 * asked with them goes on.
 */
export function useVariables({ dashboard, chosen, dataSource, clock }: VariablesOptions): Variables {
  const { config } = useServices();
  const queryClient = useQueryClient();
  const variables = dashboard?.variables ?? [];
  const span = { from: gridded(clock.span.from), to: gridded(clock.span.to) + GRID };
  const kept = useRef<ReadonlyMap<string, readonly string[] | null>>(new Map());
  // An answer that is there already lets the next variable in the chain ask in this same render.
  const told = ({ key, subject }: Question<readonly string[]>) =>
    queryClient.getQueryData<readonly string[]>(key) ?? kept.current.get(subject) ?? null;
  const resolved = new Map<string, VariableValue>();
  const asked = variables.map((variable): Asked => {
    const question =
      variable.type === 'query' && dataSource !== null ? optionsQuestion(variable, dataSource, resolved, span) : null;
    const options =
      variable.type === 'query'
        ? question?.question && told(question.question)
        : fixedOptions(variable, config.dataSources);
    const value = resolveVariable(variable, chosen.get(variable.name), options ?? null);
    if (value !== null) resolved.set(variable.name, value);
    return { variable, question: question?.question ?? null, failure: question?.failure ?? null };
  });

  const questions = asked.flatMap(({ question }) => (question === null ? [] : [question]));
  const answers = useAnswers(questions, true);
  kept.current = new Map(questions.map(({ subject }, i) => [subject, answers[i]?.value ?? null]));
  const byKey = new Map(questions.map((question, i) => [question, answers[i]]));
  const states = asked.map(({ variable, question, failure }): VariableState => {
    const answer = question === null ? undefined : byKey.get(question);
    return stateOf(variable, chosen.get(variable.name), answer, failure, fixedOptions(variable, config.dataSources));
  });
  const signature = JSON.stringify(
    states.map(({ variable, current, all, status }) => [variable.name, current, all, status]),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the states, which are new each time
  const known = useMemo(() => {
    const usable = states.filter(({ status, current, all }) => status === 'ready' || all || current.length > 0);
    return {
      values: new Map(usable.map(({ variable, current, all }) => [variable.name, { values: current, all }])),
      errors: new Map(
        states.filter(({ error }) => error !== null).map(({ variable, error }) => [variable.name, error]),
      ),
      asked: states.filter(({ status }) => status === 'loading').map(({ variable }) => variable.name),
    };
  }, [signature]);
  return { states, ...known };
}

interface Asked {
  readonly variable: Variable;
  readonly question: Question<readonly string[]> | null;
  /** Its query cannot be asked as it is written. */
  readonly failure: unknown;
}

const gridded = (time: number) => Math.floor(time / GRID) * GRID;

function fixedOptions(variable: Variable, dataSources: readonly { readonly id: string }[]): readonly string[] {
  if (variable.type === 'custom' || variable.type === 'interval') return variable.options;
  return variable.type === 'datasource' ? dataSources.map(({ id }) => id) : [];
}

/** The question for a variable's options; null while a variable that it uses is not known. */
function optionsQuestion(
  variable: Extract<Variable, { type: 'query' }>,
  dataSource: DataSource,
  known: VariableValues,
  span: TimeSpan,
): { question: Question<readonly string[]> | null; failure: unknown } {
  if (usedVariables(variable.query).some((name) => !known.has(name))) return { question: null, failure: null };
  try {
    const query = interpolate(variable.query, known);
    const { regex } = variable;
    const key = ['variable', dataSource.id, query, regex ?? null];
    const ask: Question<readonly string[]>['ask'] = (signal, standing) =>
      dataSource.queue.run(standing, signal, async () => {
        const { runVariableQuery } = await import('../../prometheus/variableQuery.ts');
        return runVariableQuery(dataSource.client, { query, regex, span }, signal);
      });
    return { question: { key: [...key, span], subject: JSON.stringify(key), ask }, failure: null };
  } catch (error) {
    return { question: null, failure: error };
  }
}

function stateOf(
  variable: Variable,
  chosen: readonly string[] | undefined,
  answer: Answer<readonly string[]> | undefined,
  failure: unknown,
  fixed: readonly string[],
): VariableState {
  const options = variable.type === 'query' ? (answer?.value ?? null) : fixed;
  const error = failure ?? answer?.error ?? null;
  const value = resolveVariable(variable, chosen, options);
  const isKnown = value !== null && !(value.all && options === null);
  const status = error !== null ? 'error' : isKnown ? 'ready' : 'loading';
  return { variable, options: options ?? [], current: value?.values ?? [], all: value?.all ?? false, status, error };
}
