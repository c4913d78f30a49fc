import type { PackSummary } from '../../model/pack.ts';
import { planQuery } from '../../prometheus/planQuery.ts';
import { planQuestion } from '../asking/planQuestion.ts';
import { useAnswers } from '../asking/useAnswers.ts';
import type { BoardClock } from '../clock/useBoardClock.ts';
import type { DataSource } from '../source/dataSource.ts';
import { isFound } from './detection.ts';

/** Which monitored systems a server knows. */
export interface FoundPacks {
  /** By pack id: whether its detection query finds data; null while that is not known. */
  readonly found: ReadonlyMap<string, boolean | null>;
  /** Some of them are still being looked for, and nothing has failed. */
  readonly isLooking: boolean;
  /** What the server says of its answers where they are partial. */
  readonly warnings: readonly string[];
  /** Why it could not be asked, the first failure; null while all is well. */
  readonly error: unknown;
  readonly retry: () => void;
}

const noVariables = new Map();

/** Asks for each pack whether its system is there. It is the question `usePackHealth` asks, so it is asked once. */
export function useFoundPacks(
  packs: readonly PackSummary[],
  dataSource: DataSource | null,
  clock: BoardClock,
): FoundPacks {
  const questions =
    dataSource === null
      ? []
      : packs.map(({ detect }) => {
          const at = { instant: true, span: clock.span, width: 0, scrapeInterval: 0, variables: noVariables };
          const plan = planQuery({ dataSource: dataSource.id, expr: detect, ...at });
          return planQuestion(dataSource, plan, { fresh: clock.isByHand });
        });
  const answers = useAnswers(questions, true);
  const failed = answers.find(({ error }) => error !== null);
  return {
    found: new Map(
      packs.map(({ id }, i) => {
        const answer = answers[i]?.value ?? null;
        return [id, answer && isFound(answer.result)];
      }),
    ),
    isLooking: failed === undefined && packs.some((_, i) => !answers[i]?.value),
    warnings: [...new Set(answers.flatMap(({ value }) => value?.result.warnings ?? []))],
    error: failed?.error ?? null,
    retry: () => {
      for (const { error, retry } of answers) if (error !== null) retry();
    },
  };
}
