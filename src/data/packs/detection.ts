import { lastPresentIndex } from '../../model/frame.ts';
import { completenessOf } from '../../prometheus/completeness.ts';
import type { QueryResult } from '../../prometheus/types.ts';

/** Whether a detection query found its system; null where it is not known: what is missing in a partial answer may have it. */
export function isFound(answer: QueryResult): boolean | null {
  const hasData = answer.frame.series.some((series) => lastPresentIndex(series) >= 0);
  return hasData || (completenessOf([answer]) === 'complete' ? false : null);
}
