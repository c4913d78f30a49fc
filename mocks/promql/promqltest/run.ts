import { PromqlError } from '../errors.ts';
import { evaluateInstant, evaluateRange, type QueryResult } from '../evaluate.ts';
import { compareResult } from './compare.ts';
import { compareRemarks } from './remarks.ts';
import { type Evaluation, parseScript } from './script.ts';
import { ScriptStorage } from './storage.ts';

/** How an `eval` command went. */
export interface Outcome {
  readonly line: number;
  readonly query: string;
  /** What is wrong; null: it passed. */
  readonly problem: string | null;
}

/** Functions that read nothing but native histograms. */
const nativeFunctions = /\bhistogram_(?:avg|count|sum|stddev|stdvar)\b/;

/** Runs a script's commands. Commands that involve a native histogram, in the query, the data or the expected result, are left out. */
export function runScript(text: string): Outcome[] {
  const outcomes: Outcome[] = [];
  let storage = new ScriptStorage();
  for (const command of parseScript(text)) {
    if (command.type === 'clear') storage = new ScriptStorage();
    else if (command.type === 'load') storage.load(command);
    else {
      storage.touchedNative = false;
      const problem = runEvaluation(command, storage);
      const native =
        nativeFunctions.test(command.query) ||
        storage.touchedNative ||
        command.expected.some((line) => line.includes('{{'));
      if (!native) outcomes.push({ line: command.line, query: command.query, problem });
    }
  }
  return outcomes;
}

function runEvaluation(evaluation: Evaluation, storage: ScriptStorage): string | null {
  const { query, start, end, step } = evaluation;
  let result: QueryResult;
  try {
    result =
      step === null ? evaluateInstant(query, start, storage) : evaluateRange(query, { start, end, step }, storage);
  } catch (error) {
    if (!(error instanceof PromqlError)) throw error;
    return evaluation.fails ? compareMessage(evaluation, error.message) : error.message;
  }
  if (evaluation.fails) return 'expected a failure';
  return compareRemarks(evaluation.expected, result) ?? compareResult(evaluation, result);
}

function compareMessage({ expected }: Evaluation, message: string): string | null {
  for (const line of expected) {
    const [, kind, wanted = ''] =
      /^(?:expect\s+fail\s+(msg|regex)|expected_fail_(?:message|regexp)):?\s*(.*)$/.exec(line) ?? [];
    if (wanted === '') continue;
    const fits = kind === 'regex' ? new RegExp(wanted).test(message) : message.includes(wanted);
    if (!fits) return `expected the message ${wanted}, got ${message}`;
  }
  return null;
}
