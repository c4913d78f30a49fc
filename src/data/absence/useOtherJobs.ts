import { isThereNow } from '../../model/absence.ts';
import type { PackSummary } from '../../model/pack.ts';
import { completenessOf } from '../../prometheus/completeness.ts';
import { planQuery } from '../../prometheus/planQuery.ts';
import { planQuestion } from '../asking/planQuestion.ts';
import { useAnswer } from '../asking/useAnswers.ts';
import type { BoardClock } from '../clock/useBoardClock.ts';
import type { DataSource } from '../source/dataSource.ts';

/** A job that is scraped. */
export interface OtherJob {
  readonly job: string;
  /** All of its targets are up, or not; neutral where that is not known: the answer is partial, and none in it is down. */
  readonly tone: 'ok' | 'critical' | 'neutral';
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
  const result = useAnswer(question)?.value?.result ?? null;
  if (result === null) return null;
  const whenUp = completenessOf([result]) === 'complete' ? 'ok' : 'neutral';
  const known = new Set(packs.flatMap(({ jobs }) => jobs));
  return result.frame.series
    .flatMap((series): readonly OtherJob[] => {
      const { job = '' } = series.labels;
      const isOther = job !== '' && !known.has(job) && isThereNow(series);
      return isOther ? [{ job, tone: series.values.at(-1) === 1 ? whenUp : 'critical' }] : [];
    })
    .sort((a, b) => Number(b.tone === 'critical') - Number(a.tone === 'critical') || (a.job < b.job ? -1 : 1));
}
