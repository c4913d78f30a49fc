import { formatAge } from './age.ts';
import { type Frame, isPresent, lastPresentIndex, type Series } from './frame.ts';
import type { Labels } from './labels.ts';

/** Why there is no value now, where there is none. It is never zero, and these three are not each other. Times are epoch ms. */
export type Absence =
  /** Nothing is known of it. */
  | { readonly kind: 'absent' }
  /** The series had its newest sample at this time. */
  | { readonly kind: 'ended'; readonly at: number }
  /** It ended, or never began, because its target is down; `at` is null where the newest sample is not known. */
  | { readonly kind: 'down'; readonly at: number | null };

export const absent: Absence = { kind: 'absent' };

/** Whether a series has a sample at the end of its grid. */
export function isThereNow(series: Series): boolean {
  return isPresent(series, series.values.length - 1);
}

/** Whether these labels are those of a target that is down. `down` are the labels of the targets that are. */
export function isDown({ job, instance }: Labels, down: readonly Labels[]): boolean {
  return down.some((target) => target.instance === instance && target.job === job && instance !== undefined);
}

/**
 * Why a series has no value now, by its own course, the targets that are down, and what is known of its whole query
 * (`ofQuery`).
 */
export function absenceOf(
  { times }: Pick<Frame, 'times'>,
  series: Series,
  down: readonly Labels[] = [],
  ofQuery: Absence = absent,
): Absence {
  const at = times[lastPresentIndex(series)] ?? null;
  if (ofQuery.kind === 'down' || isDown(series.labels, down)) return { kind: 'down', at };
  return at === null ? ofQuery : { kind: 'ended', at };
}

/** The words for absences; an age is one in words, null where it is not known. */
export interface AbsenceWords {
  readonly absent: string;
  readonly ended: (age: string) => string;
  readonly down: (age: string | null) => string;
}

/** An absence in words, at `now` (epoch ms). */
export function absenceText(absence: Absence, now: number, words: AbsenceWords): string {
  if (absence.kind === 'absent') return words.absent;
  const age = absence.at === null ? null : formatAge(now - absence.at);
  return absence.kind === 'down' || age === null ? words.down(age) : words.ended(age);
}
