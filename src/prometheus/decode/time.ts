import * as v from 'valibot';
import { parseDuration } from '../../model/duration.ts';

/**
 * Epoch ms of an RFC 3339 time; null for "never": Go's zero time (year 1), or the epoch itself (VictoriaMetrics). Digits beyond milliseconds are dropped,
 * since ECMAScript promises to read three only.
 */
export const instant = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }): number | null => {
    const time = Date.parse(dataset.value.replace(/(\.\d{3})\d+/, '$1'));
    if (Number.isNaN(time)) {
      addIssue({ message: 'an RFC 3339 time was expected' });
      return NEVER;
    }
    return time === 0 || dataset.value.startsWith('0001-') ? null : time;
  }),
);

/** An instant that a server may leave out. */
export const optionalInstant = v.nullish(instant, null);

/** Milliseconds of a number of seconds; 0 where it is left out. */
export const seconds = v.pipe(
  v.nullish(v.number(), 0),
  v.transform((value) => value * 1000),
);

/** Milliseconds of a text such as `15s`; null where it is left out or is none. */
export const durationText = v.pipe(
  v.nullish(v.string(), ''),
  v.transform((text) => parseDuration(text)),
);
