import type { QueryResult, Reply } from './types.ts';

/** Whether an answer lacks something: cut by a limit, or partial as the server itself says. */
export type Completeness = 'complete' | 'partial' | 'capped';

/** What an answer, to a query or for a list, says of itself. */
type Remarks = Pick<QueryResult, 'warnings'> & Partial<Pick<QueryResult, 'isPartial' | 'capped'>>;

/** Of several answers what the worst of them is. Their `infos` say nothing of it: they are about the style of a query. */
export function completenessOf(answers: readonly Remarks[]): Completeness {
  if (answers.some(({ capped = null }) => capped !== null)) return 'capped';
  return answers.some(({ isPartial = false, warnings }) => isPartial || warnings.length > 0) ? 'partial' : 'complete';
}

/** Whether nothing is missing in a list of the server's: only then does it say what there is not. */
export const isWhole = (reply: Reply<unknown>): boolean => completenessOf([reply]) === 'complete';
