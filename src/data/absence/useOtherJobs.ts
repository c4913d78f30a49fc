import { isThereNow } from '../../model/absence.ts';
import type { PackSummary } from '../../model/pack.ts';
import { planQuery } from '../../prometheus/planQuery.ts';
import { planQuestion } from '../asking/planQuestion.ts';
import { useAnswer } from '../asking/useAnswers.ts';
import type { BoardClock } from '../clock/useBoardClock.ts';
import type { DataSource } from '../source/dataSource.ts';

/** A job that is scraped. */
export interface OtherJob {
  readonly job: string;
  /** Whether each of its targets is up. */
  readonly isUp: boolean;
}

const noVariables = new Map();

/**
 * The jobs that are scraped and that none of these packs names, those with a target down first; by name. Null while they are
 * not known. One small question, whatever the number of targets.
 */
export function useOtherJobs(
  packs: readonly PackSummary[],
  dataSource: DataSource | null,
  clock: BoardClock,
): readonly OtherJob[] | null {
  const at = { instant: true, span: clock.span, width: 0, scrapeInterval: 0, variables: noVariables };
  const question =
    dataSource && planQuestion(dataSource, planQuery({ dataSource: dataSource.id, expr: 'min by (job) (up)', ...at }));
  const frame = useAnswer(question)?.value?.result.frame ?? null;
  if (frame === null) return null;
  const known = new Set(packs.flatMap(({ jobs }) => jobs));
  return frame.series
    .flatMap((series): readonly OtherJob[] => {
      const { job = '' } = series.labels;
      const isOther = job !== '' && !known.has(job) && isThereNow(series);
      return isOther ? [{ job, isUp: series.values.at(-1) === 1 }] : [];
    })
    .sort((a, b) => Number(a.isUp) - Number(b.isUp) || (a.job < b.job ? -1 : 1));
}
